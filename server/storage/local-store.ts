import { randomUUID } from 'node:crypto'
import { mkdir, open, opendir, readFile, rename, rm, stat } from 'node:fs/promises'
import path from 'node:path'
import type { PictureStore, StoredObject } from './picture-store'

const isMissing = (error: unknown) => (error as NodeJS.ErrnoException).code === 'ENOENT'

/** Pictures in a folder. A file appears by rename after fsync, so that a crash or a full disk never leaves half of one under its name. */
export function openLocalStore(root: string): PictureStore {
  const at = (key: string) => {
    const full = path.resolve(root, key)
    if (!full.startsWith(path.resolve(root) + path.sep)) throw new Error('key leaves the store')
    return full
  }
  const write = async (key: string, bytes: Uint8Array) => {
    const target = at(key)
    await mkdir(path.dirname(target), { recursive: true })
    const part = `${target}.${randomUUID()}.part`
    try {
      const file = await open(part, 'wx')
      try {
        await file.writeFile(bytes)
        await file.sync()
      } finally {
        await file.close()
      }
      await rename(part, target)
    } catch (error) {
      await rm(part, { force: true })
      throw error
    }
    const folder = await open(path.dirname(target), 'r')
    await folder.sync().finally(() => folder.close())
  }
  async function* list(folder: string): AsyncGenerator<StoredObject> {
    const entries = await opendir(at(folder), { recursive: true }).catch((error) => {
      if (isMissing(error)) return []
      throw error
    })
    for await (const entry of entries) {
      if (!entry.isFile()) continue
      const full = path.join(entry.parentPath, entry.name)
      // One that is removed while it is listed is not there.
      const facts = await stat(full).catch((error) => (isMissing(error) ? null : Promise.reject(error)))
      const key = path.relative(path.resolve(root), full).split(path.sep).join('/')
      if (facts) yield { key, bytes: facts.size, modifiedAt: facts.mtime }
    }
  }
  return {
    write,
    list,
    size: (key) =>
      stat(at(key)).then(
        ({ size }) => size,
        (error) => (isMissing(error) ? null : Promise.reject(error)),
      ),
    read: (key) => readFile(at(key)).catch((error) => (isMissing(error) ? null : Promise.reject(error))),
    remove: (key) => rm(at(key), { force: true }),
    removeAll: (folder) => rm(at(folder), { recursive: true, force: true }),
    presign: async () => null,
    check: async () => {
      const key = `checks/${process.pid}`
      await write(key, Buffer.from('ok'))
      await rm(at(key), { force: true })
    },
    // Each folder is made with its first file.
    prepare: async () => {},
  }
}
