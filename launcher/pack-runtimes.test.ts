import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { gunzipSync } from 'node:zlib'
import { afterAll, expect, it } from 'vitest'
import { packRuntimes } from './pack-runtimes.mjs'

const build = await mkdtemp(path.join(tmpdir(), 'runtimes-'))
afterAll(() => rm(build, { recursive: true }))

it('packs WebAssembly beside itself, and nothing else', async () => {
  expect(await packRuntimes(build)).toBe(0)
  const media = path.join(build, 'static/media')
  await mkdir(media, { recursive: true })
  await writeFile(path.join(media, 'a.1.wasm'), 'wasm '.repeat(100))
  await writeFile(path.join(media, 'b.woff2'), 'font')
  expect(await packRuntimes(build)).toBe(1)
  const packed = await readFile(path.join(media, 'a.1.wasm.gz'))
  expect(packed.length).toBeLessThan(100)
  expect(gunzipSync(packed).toString()).toBe('wasm '.repeat(100))
  await expect(readFile(path.join(media, 'b.woff2.gz'))).rejects.toThrow()
})
