import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { startPgbouncer } from './testing/pgbouncer'

let pooler: Awaited<ReturnType<typeof startPgbouncer>>
let modules: Awaited<ReturnType<typeof load>>

async function load() {
  const [{ db }, { announceChange }, { changes }, { listenForChanges }, { prepareQueue }, { producer }] =
    await Promise.all([
      import('./db'),
      import('@/server/cache/announce-change'),
      import('@/server/cache/changes'),
      import('@/server/cache/listen-for-changes'),
      import('@/server/queue/prepare-queue'),
      import('@/server/queue/producer'),
    ])
  return { db, announceChange, changes, listenForChanges, prepareQueue, producer }
}

beforeAll(async () => {
  const direct = process.env.DATABASE_URL ?? ''
  pooler = await startPgbouncer(direct)
  if (!pooler) return
  process.env.DATABASE_DIRECT_URL = direct
  process.env.DATABASE_URL = pooler.url
  modules = await load()
})
afterAll(async () => {
  if (pooler) await modules.db.$disconnect()
  await pooler?.stop()
})

const person = () => ({ data: { name: 'Ada', email: `${randomUUID()}@example.org` } })

it('transactions of many callers share four connections, each with the settings it needs', async ({ skip }) => {
  if (!pooler) return skip('no pgbouncer on this machine')
  const { db } = modules
  const made = await Promise.all(
    Array.from({ length: 24 }, () =>
      db.$transaction(async (tx) => {
        const { id } = await tx.person.create(person())
        // A lock of the transaction, as files and orders take.
        await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${id}, 17))`
        const [row] = await tx.$queryRaw<{ zone: string; limit: string; back: number }[]>`
          SELECT current_setting('timezone') AS zone, current_setting('statement_timeout') AS "limit", pg_backend_pid() AS back`
        const seen = await tx.person.count({ where: { id } })
        return { ...row, seen }
      }),
    ),
  )
  expect(new Set(made.map(({ back }) => back)).size).toBeLessThanOrEqual(4)
  expect(new Set(made.map(({ zone, limit, seen }) => `${zone} ${limit} ${seen}`))).toEqual(new Set(['UTC 5500ms 1']))
})

it('a transaction that is refused leaves nothing behind on its connection', async ({ skip }) => {
  if (!pooler) return skip('no pgbouncer on this machine')
  const { db } = modules
  const refused = Array.from({ length: 12 }, () =>
    db.$transaction(async (tx) => {
      await tx.person.create({ data: { name: 'nobody', email: `${randomUUID()}@example.org` } })
      throw new Error('no')
    }),
  )
  await Promise.allSettled(refused)
  expect(await db.person.count({ where: { name: 'nobody' } })).toBe(0)
})

it('changes are heard, past the pooler', async ({ skip }) => {
  if (!pooler) return skip('no pgbouncer on this machine')
  const { changes, listenForChanges, announceChange, db } = modules
  listenForChanges()
  await expect.poll(() => changes.isListening, { timeout: 30_000 }).toBe(true)
  const heard: (readonly string[] | null)[] = []
  changes.hear((tags) => heard.push(tags))
  await db.$transaction((tx) => announceChange(tx, ['exhibitions']))
  await expect.poll(() => heard.filter((tags) => tags?.includes('exhibitions')).length, { timeout: 30_000 }).toBe(2)
})

it('the queue works past it, too', async ({ skip }) => {
  if (!pooler) return skip('no pgbouncer on this machine')
  await modules.prepareQueue()
  expect(await modules.producer().getJobCounts('waiting')).toEqual({ waiting: 0 })
  await modules.producer().close()
})
