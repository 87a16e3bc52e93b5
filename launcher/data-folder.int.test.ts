import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { beforeEach, expect, test } from 'vitest'
import { dataFolderAt, openDataFolder } from './data-folder'
import { ensureSecrets } from './secrets'

let parent: string
beforeEach(() => {
  parent = fs.mkdtempSync(path.join(os.tmpdir(), 'vernissage-data-'))
  return () => fs.rmSync(parent, { recursive: true })
})

test('makes the folder, closed to others', () => {
  const folder = dataFolderAt(path.join(parent, 'deep/data'))
  openDataFolder(folder)
  expect(fs.statSync(folder.root).mode & 0o777).toBe(0o700)
  expect(fs.readdirSync(folder.root)).toEqual([])
})

test('refuses a file in its place, and leaves it as it is', () => {
  const file = path.join(parent, 'data')
  fs.writeFileSync(file, 'mine')
  expect(() => openDataFolder(dataFolderAt(file))).toThrow(/is not a folder/)
  expect(fs.readFileSync(file, 'utf8')).toBe('mine')
})

test('refuses a place where it may not make one', () => {
  expect(() => openDataFolder(dataFolderAt('/sys/vernissage'))).toThrow(/cannot be written/)
})

test('makes secrets once, for their owner alone', () => {
  const folder = dataFolderAt(parent)
  const first = ensureSecrets(folder)
  expect(ensureSecrets(folder)).toEqual(first)
  expect(first.authSecret).not.toBe(first.postgresPassword)
  expect(fs.statSync(folder.secretsFile).mode & 0o777).toBe(0o600)
})

test('refuses damaged secrets, and leaves them as they are', () => {
  const folder = dataFolderAt(parent)
  fs.writeFileSync(folder.secretsFile, '{"authSecret":')
  expect(() => ensureSecrets(folder)).toThrow(/secrets\.json is damaged/)
  expect(fs.readFileSync(folder.secretsFile, 'utf8')).toBe('{"authSecret":')
})

test('makes no new secrets beside a database that was made with others', () => {
  const folder = dataFolderAt(parent)
  fs.mkdirSync(folder.cluster)
  fs.writeFileSync(path.join(folder.cluster, 'PG_VERSION'), '18\n')
  expect(() => ensureSecrets(folder)).toThrow(/secrets\.json is missing/)
  expect(fs.existsSync(folder.secretsFile)).toBe(false)
})
