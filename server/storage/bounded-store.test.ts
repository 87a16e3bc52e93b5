import { execFile } from 'node:child_process'
import { mkdir, mkdtemp, open, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { boundedStore } from './bounded-store'
import { openLocalStore } from './local-store'

let root: string
beforeEach(async () => {
  root = await mkdtemp(path.join(tmpdir(), 'bounded-'))
  await mkdir(path.join(root, 'files'))
})
afterEach(() => rm(root, { recursive: true, force: true }))

/** Whoever opens it waits in the kernel until somebody writes, as for a mount whose server is gone. */
async function hungFile(name: string): Promise<() => Promise<void>> {
  const file = path.join(root, 'files', name)
  await promisify(execFile)('mkfifo', [file])
  return async () => {
    const end = await open(file, 'r+')
    await end.writeFile('late')
    await end.close()
  }
}

const bounds = { size: 2, waiting: 3, timeoutMs: 200 }

it('a folder that hangs takes so many threads and no more, answers in time, and is there again when it comes back', async () => {
  const store = boundedStore(openLocalStore(root), bounds)
  await writeFile(path.join(root, 'files', 'sound'), 'sound')
  const letGo = await Promise.all(['one', 'two'].map(hungFile))
  const asked = ['one', 'two', 'sound', 'sound', 'sound'].map((name) => store.read(`files/${name}`))
  await expect(store.read('files/sound')).rejects.toMatchObject({ code: 'unavailable' })
  for (const each of await Promise.allSettled(asked))
    expect(each).toMatchObject({ status: 'rejected', reason: { code: 'ETIMEDOUT' } })
  // Both places are held still, nobody else waits in vain, and the process has threads for all else.
  await expect(store.check()).rejects.toMatchObject({ code: 'unavailable' })
  expect(await readFile(new URL(import.meta.url), 'utf8')).toContain('threads for all else')
  await Promise.all(letGo.map((go) => go()))
  await expect.poll(() => store.read('files/sound').catch(() => null)).toEqual(Buffer.from('sound'))
  await store.check()
})

it('is the store that it bounds', async () => {
  const store = boundedStore(openLocalStore(root), bounds)
  await store.write('files/ab', Buffer.from('bytes'))
  expect(await store.read('files/ab')).toEqual(Buffer.from('bytes'))
  expect(await store.size('files/ab')).toBe(5)
  const keys: string[] = []
  for await (const { key } of store.list('files')) keys.push(key)
  expect(keys).toEqual(['files/ab'])
  await store.remove('files/ab')
  expect(await store.read('files/ab')).toBeNull()
})
