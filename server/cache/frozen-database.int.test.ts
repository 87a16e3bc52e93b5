import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { copyDatabase } from '@/server/platform/embedded-postgres/testing/copy-database'
import { freezePostgres } from '@/server/platform/embedded-postgres/testing/freeze'
import { startTestServer, type TestServer } from '@/server/platform/embedded-postgres/testing/test-server'

/** A server of its own, since it is about to stand still. */
let server: TestServer
let house: Awaited<ReturnType<typeof openHouse>>

/** The house on that server: settings are read when modules are loaded. */
async function openHouse() {
  const [records, hanging, exhibitions, works, lists, pool, { db }, { gather }] = await Promise.all([
    import('@/server/artworks/testing/records'),
    import('@/server/exhibitions/hang-artwork'),
    import('@/server/exhibitions/read-exhibition'),
    import('@/server/artworks/read-artwork'),
    import('@/server/exhibitions/list-open-exhibitions'),
    import('@/server/http/database-refusal'),
    import('@/server/platform/db'),
    import('./gather'),
  ])
  return { ...records, ...hanging, ...exhibitions, ...works, ...lists, ...pool, db, gather }
}

beforeAll(async () => {
  server = await startTestServer()
  process.env.DATABASE_URL = await copyDatabase(server.templateUrl)
  house = await openHouse()
}, 120_000)
afterAll(async () => {
  await house.db.$disconnect()
  await server.stop()
})

const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (thrown: unknown) => house.databaseRefusal(thrown).code,
  )

test('a frozen PostgreSQL: what was read before is still there and says that it is old, all else is refused; then it is right again', async () => {
  const { db, gather, hangArtwork, listOpenExhibitions, makeArtwork, makeExhibition, readArtwork, readExhibition } =
    house
  const show = await makeExhibition()
  const artworkId = await makeArtwork()
  const hang = (id: string) => db.$transaction((tx) => hangArtwork({ artworkId: id, roomId: show.roomId }, tx))
  await hang(artworkId)
  const another = await makeArtwork()
  const readAll = () =>
    Promise.all([listOpenExhibitions(), readExhibition(show.slug, null), readArtwork(artworkId, null)])
  const before = await vi.waitFor(readAll, { timeout: 60_000 })

  const resume = await freezePostgres(process.env.DATABASE_URL ?? '')
  try {
    // Everything is old as soon as the process notices that it hears of no changes.
    await expect.poll(async () => (await gather(readAll)).sources.isStale, { timeout: 30_000 }).toBe(true)
    expect(await readAll()).toEqual(before)
    const refused = [readArtwork(another, null), hang(another), db.person.count()]
    expect(await Promise.all(refused.map(codeOf))).toEqual(['unavailable', 'unavailable', 'unavailable'])
    expect(await readAll()).toEqual(before)
  } finally {
    resume()
  }
  await expect.poll(() => codeOf(hang(another)), { timeout: 30_000 }).toBe('done')
  await expect.poll(async () => (await readExhibition(show.slug, null))?.workCount, { timeout: 30_000 }).toBe(2)
  await expect.poll(async () => (await gather(readAll)).sources.isStale, { timeout: 30_000 }).toBe(false)
}, 120_000)

test('a transaction in which PostgreSQL froze is wholly undone, and nothing else is written through its connection', async () => {
  const { db, makePerson } = house
  const person = await makePerson()
  let resume = () => {}
  const rename = db.$transaction(async (tx) => {
    await tx.person.update({ where: { id: person.id }, data: { name: 'Half' } })
    resume = await freezePostgres(process.env.DATABASE_URL ?? '')
    await tx.person.count()
  })
  expect(await codeOf(rename)).toBe('unavailable')
  resume()
  await expect.poll(() => codeOf(db.person.count()), { timeout: 30_000 }).toBe('done')
  const written = Array.from({ length: 40 }, () => makePerson())
  const ids = (await Promise.all(written)).map(({ id }) => id)
  // Seen by another connection, so committed.
  const { catalogueDb } = await import('@/server/platform/catalogue-db')
  expect(await catalogueDb.person.count({ where: { id: { in: ids } } })).toBe(40)
  expect(await catalogueDb.person.findUnique({ where: { id: person.id } })).toMatchObject({ name: 'Ada' })
}, 120_000)
