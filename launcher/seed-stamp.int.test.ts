import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { beforeEach, expect, test } from 'vitest'
import { dataFolderAt } from './data-folder'
import { forgetSeeded, isSeeded, markSeeded } from './seed-stamp'

let root: string
beforeEach(() => {
  root = fs.mkdtempSync(path.join(os.tmpdir(), 'vernissage-seeded-'))
  fs.mkdirSync(path.join(root, 'collection'))
  fs.writeFileSync(path.join(root, 'collection/collection.json'), '{}')
  return () => fs.rmSync(root, { recursive: true })
})

test('a data folder is seeded once, and again when the collection has changed', () => {
  const folder = dataFolderAt(root)
  expect(isSeeded(root, folder)).toBe(false)
  markSeeded(root, folder)
  expect(isSeeded(root, folder)).toBe(true)
  fs.writeFileSync(path.join(root, 'collection/collection.json'), '{"works":[]}')
  expect(isSeeded(root, folder)).toBe(false)
})

test('a change of the tables makes it due again', () => {
  const folder = dataFolderAt(root)
  markSeeded(root, folder)
  forgetSeeded(folder)
  expect(isSeeded(root, folder)).toBe(false)
})
