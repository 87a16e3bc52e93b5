import { link, mkdir, open, stat } from 'node:fs/promises'
import path from 'node:path'
import { sha256Of } from '@/server/storage/describe-picture'
import { fileKey, type PictureStore } from '@/server/storage/picture-store'
import type { Client } from './open-client'

const AT_ONCE = 8
const ROWS_AT_ONCE = 1_000

async function hasFile(file: string): Promise<boolean> {
  return stat(file).then(
    () => true,
    () => false,
  )
}

async function keep(target: string, bytes: Uint8Array) {
  const file = await open(target, 'w', 0o600)
  try {
    await file.writeFile(bytes)
    await file.sync()
  } finally {
    await file.close()
  }
}

/** @returns whether the backup has the picture now */
async function copyOne(sha256: string, store: PictureStore, folder: string, previous?: string): Promise<boolean> {
  const target = path.join(folder, fileKey(sha256))
  if (await hasFile(target)) return true
  await mkdir(path.dirname(target), { recursive: true, mode: 0o700 })
  if (previous) {
    const isLinked = await link(path.join(previous, fileKey(sha256)), target).then(
      () => true,
      () => false,
    )
    if (isLinked) return true
  }
  const bytes = await store.read(fileKey(sha256))
  // What lies there under a wrong name is as bad as nothing.
  if (!bytes || sha256Of(bytes) !== sha256) return false
  await keep(target, bytes)
  return true
}

/**
 * Copies the files of all rows that the client sees now into `folder`/files; those that `previous`, an older backup on the same disk, has
 * are linked, and take no room.
 *
 * @returns what is needed, and those that are not in the store, or not as their name says
 */
export async function copyPictures(client: Client, store: PictureStore, folder: string, previous?: string) {
  const missing: string[] = []
  const needed = new Set<string>()
  let [bytes, after] = [0, '']
  for (;;) {
    const rows = await client.query<{ sha256: string; bytes: number }>(
      `SELECT "sha256", "bytes" FROM "StoredFile" WHERE "sha256" > $1 ORDER BY "sha256" LIMIT ${ROWS_AT_ONCE}`,
      [after],
    )
    const waiting = [...rows]
    const copyWaiting = async () => {
      for (let row = waiting.pop(); row; row = waiting.pop()) {
        needed.add(row.sha256)
        bytes += row.bytes
        if (!(await copyOne(row.sha256, store, folder, previous))) missing.push(row.sha256)
      }
    }
    await Promise.all(Array.from({ length: AT_ONCE }, copyWaiting))
    if (rows.length < ROWS_AT_ONCE) return { missing, needed, bytes }
    after = rows.at(-1)?.sha256 ?? ''
  }
}
