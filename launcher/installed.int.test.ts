import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { beforeEach, expect, test } from 'vitest'
import { isInstalled } from './installed.mjs'

let root: string
const lock = {
  '': { version: '0.1.0' },
  'node_modules/a': { version: '1.0.0' },
  'node_modules/b': { version: '2.0.0', dev: true },
  'node_modules/c': { version: '3.0.0', optional: true },
}
const record = (file: string, packages: object) => {
  fs.mkdirSync(path.join(root, 'node_modules'), { recursive: true })
  fs.writeFileSync(path.join(root, file), JSON.stringify({ packages }))
}
const installed = (packages: object) => record('node_modules/.package-lock.json', packages)

beforeEach(() => {
  root = fs.mkdtempSync(path.join(os.tmpdir(), 'vernissage-installed-'))
  record('package-lock.json', lock)
  return () => fs.rmSync(root, { recursive: true })
})

test('nothing is installed in a fresh clone', () => {
  expect(isInstalled(root, { withDev: false })).toBe(false)
})

test('packages of other platforms need not be there', () => {
  installed({ 'node_modules/a': { version: '1.0.0' }, 'node_modules/b': { version: '2.0.0' } })
  expect(isInstalled(root, { withDev: true })).toBe(true)
})

test('packages for development are needed for tests alone', () => {
  installed({ 'node_modules/a': { version: '1.0.0' } })
  expect(isInstalled(root, { withDev: false })).toBe(true)
  expect(isInstalled(root, { withDev: true })).toBe(false)
})

test('another version than the lock asks for is not enough', () => {
  installed({ 'node_modules/a': { version: '1.0.1' } })
  expect(isInstalled(root, { withDev: false })).toBe(false)
})
