import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { openLocalStore } from '@/server/storage/local-store'
import type { PictureStore } from '@/server/storage/picture-store'

/** Brings the pictures of a folder into a store, as docs/pictures.md tells it for a move. @returns how many */
export async function fillBucket(folder: string, store: PictureStore): Promise<number> {
  let count = 0
  for await (const { key } of openLocalStore(folder).list('files')) {
    await store.write(key, await readFile(path.join(folder, key)))
    count += 1
  }
  return count
}
