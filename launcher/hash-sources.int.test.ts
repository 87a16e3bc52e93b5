import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { beforeEach, expect, test } from 'vitest'
import { hashSources } from './hash-sources'

let root: string
const write = (file: string, text: string) => {
  fs.mkdirSync(path.dirname(path.join(root, file)), { recursive: true })
  fs.writeFileSync(path.join(root, file), text)
}
const hash = () => hashSources(root, ['app', 'next.config.js', 'missing'])

beforeEach(() => {
  root = fs.mkdtempSync(path.join(os.tmpdir(), 'vernissage-hash-'))
  write('app/page.tsx', 'one')
  write('next.config.js', 'two')
  return () => fs.rmSync(root, { recursive: true })
})

test('stays the same for the same files, whatever their dates', () => {
  const before = hash()
  fs.utimesSync(path.join(root, 'app/page.tsx'), 1, 1)
  expect(hash()).toBe(before)
})

test.each([
  ['a changed file', () => write('app/page.tsx', 'three')],
  ['a new file', () => write('app/deep/layout.tsx', '')],
  ['a removed file', () => fs.rmSync(path.join(root, 'next.config.js'))],
  ['a renamed file', () => fs.renameSync(path.join(root, 'app/page.tsx'), path.join(root, 'app/other.tsx'))],
])('changes with %s', (_what, change) => {
  const before = hash()
  change()
  expect(hash()).not.toBe(before)
})

test('does not change with a test, which enters no build', () => {
  const before = hash()
  write('app/page.test.tsx', 'new')
  expect(hash()).toBe(before)
})
