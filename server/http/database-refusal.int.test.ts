import { PrismaPg } from '@prisma/adapter-pg'
import { afterAll, expect, test } from 'vitest'
import { PrismaClient } from '@/generated/prisma/client'
import { db } from '@/server/platform/db'
import { databaseRefusal } from './database-refusal'

const opened: PrismaClient[] = []
function clientOf(options: ConstructorParameters<typeof PrismaPg>[0]) {
  const client = new PrismaClient({ adapter: new PrismaPg(options) })
  opened.push(client)
  return client
}
afterAll(() => Promise.all(opened.map((client) => client.$disconnect())))

const connectionString = process.env.DATABASE_URL
const codeOf = (work: PromiseLike<unknown>) =>
  Promise.resolve(work).then(
    () => 'done',
    (thrown: unknown) => databaseRefusal(thrown).code,
  )

test('a database that is not there is unavailable, however it is asked', async () => {
  const client = clientOf('postgresql://nobody:x@127.0.0.1:1/nothing')
  expect(await codeOf(client.person.count())).toBe('unavailable')
  expect(await codeOf(client.$queryRaw`SELECT 1`)).toBe('unavailable')
  expect(await codeOf(client.$transaction((tx) => tx.person.count()))).toBe('unavailable')
})

test('a database without a free connection is unavailable', async () => {
  const client = clientOf({ connectionString, max: 1, connectionTimeoutMillis: 2_000 })
  const holding = client.$transaction(async (tx) => {
    await tx.person.count()
    return [await codeOf(client.person.count()), await codeOf(client.$queryRaw`SELECT 1`)]
  })
  expect(await holding).toEqual(['unavailable', 'unavailable'])
})

test('a connection that is cut under a query is unavailable', async () => {
  const client = clientOf({ connectionString, max: 1 })
  const [row] = await client.$queryRaw<{ pid: number }[]>`SELECT pg_backend_pid() AS pid`
  const asked = codeOf(client.$queryRaw`SELECT 1 FROM pg_sleep(20)`)
  await expect
    .poll(() => db.$queryRaw`SELECT 1 FROM pg_stat_activity WHERE pid = ${row?.pid} AND query LIKE '%pg_sleep(20)%'`)
    .toHaveLength(1)
  await db.$queryRaw`SELECT pg_terminate_backend(${row?.pid}::int)::text`
  expect(await asked).toBe('unavailable')
})

test('a wrong query and a broken constraint are defects', async () => {
  expect(await codeOf(db.$queryRaw`SELECT * FROM nowhere`)).toBe('internal')
  const twice = { name: 'Ada', email: 'twice@example.org' }
  await db.person.create({ data: twice })
  expect(await codeOf(db.person.create({ data: twice }))).toBe('internal')
})
