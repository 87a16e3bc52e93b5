import fs from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { withClient } from '../server/platform/embedded-postgres/connection'
import { makeRunFolder, sweepAbandonedRuns } from '../server/platform/embedded-postgres/testing/run-folder'
import { dataFolderAt } from './data-folder'
import { openDatabase } from './open-database'
import { rotateSecrets } from './rotate-secrets'
import { ensureSecrets } from './secrets'

const FOLDER_PREFIX = 'vernissage-rotate-'

test('new secrets open the database, old ones do not, and what is in it stays', async () => {
  await sweepAbandonedRuns(FOLDER_PREFIX)
  const root = makeRunFolder(FOLDER_PREFIX)
  const folder = dataFolderAt(root)
  const old = ensureSecrets(folder)
  const before = await openDatabase(folder, old, 0)
  await withClient(before.url, (client) => client.query('CREATE TABLE works AS SELECT 1 AS one'))
  await before.stop()
  await rotateSecrets(folder)
  const fresh = ensureSecrets(folder)
  expect(fresh.authSecret).not.toBe(old.authSecret)
  expect(fresh.postgresPassword).not.toBe(old.postgresPassword)
  expect(fs.statSync(folder.secretsFile).mode & 0o777).toBe(0o600)
  expect(fs.readdirSync(root).filter((name) => name.startsWith('secrets'))).toEqual([path.basename(folder.secretsFile)])
  const after = await openDatabase(folder, fresh, 0)
  expect(await withClient(after.url, (client) => client.query('SELECT one FROM works'))).toMatchObject({
    rows: [{ one: 1 }],
  })
  const withOld = after.url.replace(fresh.postgresPassword, old.postgresPassword)
  await expect(withClient(withOld, (client) => client.query('SELECT 1'))).rejects.toThrow(/password/)
  await after.stop()
  fs.rmSync(root, { recursive: true, force: true })
})
