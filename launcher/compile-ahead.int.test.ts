import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { compileAhead, hint } from './compile-ahead.mjs'

let build: string
const chunk = (name: string) => path.join(build, 'static/chunks', name)

beforeAll(() => {
  build = fs.mkdtempSync(path.join(os.tmpdir(), 'vernissage-build-'))
  fs.mkdirSync(chunk('deep'), { recursive: true })
  fs.writeFileSync(chunk('page.js'), 'go()')
  fs.writeFileSync(chunk('deep/part.js'), 'go("世界")')
  fs.writeFileSync(chunk('page.css'), 'a{color:red}')
  fs.writeFileSync(chunk('library.js'), 'x'.repeat(300_000))
})
afterAll(() => fs.rmSync(build, { recursive: true }))

it('marks the scripts of a page once, and neither large libraries nor sheets', async () => {
  expect(await compileAhead(build)).toBe(2)
  expect(await compileAhead(build)).toBe(0)
  const read = (name: string) => fs.readFileSync(chunk(name), 'utf8')
  expect(read('page.js')).toBe(`${hint}go()`)
  expect(read('deep/part.js')).toBe(`${hint}go("世界")`)
  expect(read('page.css')).toBe('a{color:red}')
  expect(read('library.js')).toHaveLength(300_000)
})
