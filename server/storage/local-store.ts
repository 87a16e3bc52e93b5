import { randomUUID } from 'node:crypto'
import { mkdir, open, readFile, rename, rm } from 'node:fs/promises'
import path from 'node:path'
import type { PictureStore } from './picture-store'

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
  return {
    write,
    read: (key) => readFile(at(key)).catch((error) => (isMissing(error) ? null : Promise.reject(error))),
    remove: (key) => rm(at(key), { force: true }),
    removeAll: (folder) => rm(at(folder), { recursive: true, force: true }),
    presign: async () => null,
    check: async () => {
      const key = `checks/${process.pid}`
      await write(key, Buffer.from('ok'))
      await rm(at(key), { force: true })
    },
  }
}
