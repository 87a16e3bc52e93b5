import { expect, test } from 'vitest'
import { withClient } from '../connection'
import { copyDatabase } from './copy-database'

test('every test file has a migrated database of its own', async () => {
  const url = process.env.DATABASE_URL ?? ''
  const [database, migrations] = await withClient(url, async (client) => {
    const name = await client.query('SELECT current_database() AS name')
    const applied = await client.query('SELECT 1 FROM _prisma_migrations WHERE finished_at IS NOT NULL')
    return [name.rows[0].name, applied.rowCount]
  })
  expect(database).toMatch(/^test_[0-9a-f]{32}$/)
  expect(migrations).toBeGreaterThan(0)
})

test('refuses a database that is not on this machine', async () => {
  await expect(copyDatabase('postgresql://someone@db.example.org/real')).rejects.toThrow(/db\.example\.org is not/)
})
