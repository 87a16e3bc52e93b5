import { cp, mkdir, open, readdir, rename, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { PictureStore } from '@/server/storage/picture-store'
import { BackupError } from './backup-error'
import { writeChecksums } from './checksums'
import { copyPictures } from './copy-pictures'
import { dumpTables } from './dump-tables'
import type { Manifest } from './manifest'
import { type Client, openClient } from './open-client'

/** Pictures that are deleted while they are copied make another round necessary; a house where that never ends has other troubles. */
const MOST_ROUNDS = 5

export interface BackupWishes {
  databaseUrl: string
  store: PictureStore
  /** Where backups lie, each in a folder of its own. */
  folder: string
  /** Signs sessions and private addresses: with it people stay signed in after a restore. */
  authSecret: string
  /** The operator's own networks; left out where there are none. */
  models?: string
  /** How many whole backups to leave there, this one counted; left out, all. */
  keep?: number
}

export interface Backup {
  folder: string
  manifest: Manifest
}

const PREFIX = 'vernissage-'

/** Whole backups, oldest first. A name is the time at which it was taken, so that they sort. */
export async function listBackups(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => [])
  const names = entries.filter((each) => each.isDirectory() && /^vernissage-[\dTZ-]+$/.test(each.name))
  return names.map(({ name }) => path.join(folder, name)).sort()
}

/** Whether the rows are there still: then their files were lost, and not deleted. */
async function stillNeeded({ query }: Client, sha256s: string[]): Promise<string[]> {
  const rows = await query<{ sha256: string }>('SELECT "sha256" FROM "StoredFile" WHERE "sha256" = ANY($1)', [sha256s])
  return rows.map(({ sha256 }) => sha256)
}

async function copyConsistently(client: Client, draft: string, store: PictureStore, previous?: string) {
  // Most of them before the snapshot, which then need not live long.
  await copyPictures(client, store, draft, previous)
  for (let round = 1; ; round++) {
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY')
    const facts = await dumpTables(client, draft)
    const { missing, needed, bytes } = await copyPictures(client, store, draft, previous)
    await client.query('COMMIT')
    if (missing.length === 0) {
      await removeUnneeded(draft, needed)
      return { ...facts, format: 1 as const, pictures: { count: needed.size, bytes } }
    }
    const lost = await stillNeeded(client, missing)
    if (lost.length > 0) {
      const named = lost.slice(0, 3).join(', ')
      throw new BackupError(
        `${lost.length} pictures are in the database and not, or damaged, in the store (${named}): npm run scrub lists them.`,
      )
    }
    if (round === MOST_ROUNDS) throw new BackupError('Pictures are deleted faster than they can be copied: try again.')
  }
}

/** Removes from the draft what was copied and deleted before the snapshot: what is deleted is not to live on in a backup made later. */
async function removeUnneeded(draft: string, needed: ReadonlySet<string>) {
  const entries = await readdir(path.join(draft, 'files'), { recursive: true, withFileTypes: true }).catch(() => [])
  for (const entry of entries) {
    if (entry.isFile() && !needed.has(entry.name)) await rm(path.join(entry.parentPath, entry.name))
  }
}

async function syncFolder(folder: string) {
  const handle = await open(folder, 'r')
  await handle.sync().finally(() => handle.close())
}

/**
 * Copies a house, running or at rest, into a new folder under `folder`: all tables at one moment, every picture that they name, the
 * operator's networks and the secret, each with its checksum. The folder appears under its name when it is whole, never before.
 *
 * @throws {BackupError} when the house lacks a picture, or a migration broke off
 */
export async function makeBackup(wishes: BackupWishes): Promise<Backup> {
  const { databaseUrl, store, folder, authSecret, models, keep } = wishes
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const previous = (await listBackups(folder)).at(-1)
  const draft = path.join(folder, `.draft-${process.pid}`)
  await rm(draft, { recursive: true, force: true })
  await mkdir(draft, { mode: 0o700 })
  const client = await openClient(databaseUrl)
  try {
    const manifest = await copyConsistently(client, draft, store, previous)
    if (models) await cp(models, path.join(draft, 'models'), { recursive: true })
    await writeFile(path.join(draft, 'secrets.json'), `${JSON.stringify({ authSecret })}\n`, { mode: 0o600 })
    await writeFile(path.join(draft, 'manifest.json'), `${JSON.stringify(manifest, null, 2)}\n`, { mode: 0o600 })
    await writeChecksums(draft)
    await syncFolder(draft)
    const target = path.join(folder, `${PREFIX}${manifest.takenAt.replaceAll(/[:.]/g, '-')}`)
    await rename(draft, target)
    await syncFolder(folder)
    if (keep) for (const old of (await listBackups(folder)).slice(0, -keep)) await rm(old, { recursive: true })
    return { folder: target, manifest }
  } catch (error) {
    await rm(draft, { recursive: true, force: true })
    throw error
  } finally {
    await client.end()
  }
}
