import { afterEach, expect, test, vi } from 'vitest'
import { Prisma } from '@/generated/prisma/client'
import { makeArtwork, makeExhibition, makePerson } from '@/server/artworks/testing/records'
import { announceChange } from '@/server/cache/announce-change'
import { gather } from '@/server/cache/gather'
import { tags } from '@/server/cache/tags'
import { db } from '@/server/platform/db'
import { readDoor } from './read-door'

const inHours = (hours: number) => new Date(Date.now() + hours * 3_600_000)
const title = { en: 'Show', zh: '展览' }

afterEach(() => void vi.useRealTimers())

/** An exhibition in which something hangs. */
async function hungShow(changes: Parameters<typeof makeExhibition>[0]) {
  const show = await makeExhibition({ textEn: 'Words', textZh: '文字', ...changes })
  const artworkId = await makeArtwork()
  await db.hanging.create({ data: { roomId: show.roomId, artworkId, wall: 'north', slot: 0 } })
  return show
}

test('an announced exhibition is known by its words and its hour, and by none of its works', async () => {
  const opensAt = inHours(5)
  const { slug } = await hungShow({ status: 'SCHEDULED', opensAt })
  const { result, sources } = await gather(() => readDoor(slug, null))
  const coming = { slug, title, text: { en: 'Words', zh: '文字' }, opensAt: opensAt.toISOString() }
  expect(result).toEqual({ state: 'coming', coming })
  // No page made from it is kept beyond its hour.
  expect(sources.until).toBeLessThanOrEqual(opensAt.getTime())
})

test('one that is over is known by its title and when it was shown, and by nothing that hung or was written there', async () => {
  const [opensAt, closesAt] = [inHours(-50), inHours(-2)]
  const { slug } = await hungShow({ status: 'CLOSED', opensAt, closesAt })
  const closed = { slug, title, opensAt: opensAt.toISOString(), closesAt: closesAt.toISOString() }
  expect(await readDoor(slug, null)).toEqual({ state: 'closed', closed })
  expect(await readDoor(slug, await makePerson('VISITOR'))).toEqual({ state: 'closed', closed })
  expect(await readDoor(slug, await makePerson('CURATOR'))).toMatchObject({ state: 'open' })
})

test.each([
  ['nobody has written down yet that it closed', { status: 'OPEN' as const, closesAt: inHours(-1) }, -1],
  ['it is meant to open again', { status: 'CLOSED' as const, closesAt: inHours(90) }, null],
])('closed, though %s', async (_what, state, closedBefore) => {
  const { slug } = await makeExhibition({ opensAt: inHours(-9), ...state })
  const closesAt = closedBefore === null ? null : state.closesAt.toISOString()
  expect(await readDoor(slug, null)).toMatchObject({ state: 'closed', closed: { closesAt } })
})

test.each([
  ['a draft', { status: 'DRAFT' as const, opensAt: inHours(5) }],
  ['one in the archive', { status: 'ARCHIVED' as const, closesAt: inHours(-5) }],
  [
    'somebody’s own room that is to open',
    { status: 'SCHEDULED' as const, kind: 'OWN_ROOM' as const, opensAt: inHours(5) },
  ],
  [
    'somebody’s own room that was closed',
    { status: 'CLOSED' as const, kind: 'OWN_ROOM' as const, closesAt: inHours(-5) },
  ],
])('of %s nothing is known', async (_what, state) => {
  const owner = 'kind' in state ? await makePerson() : null
  const { slug } = await makeExhibition({ ...state, ownerId: owner?.id })
  expect(await readDoor(slug, null)).toBeNull()
})

test.each(['', 'No slug', 'nobody-knows-it', '\u0000'])('at %j there is nothing', async (slug) => {
  expect(await readDoor(slug, null)).toBeNull()
})

test('what is announced is called off, opened and closed at once', async () => {
  const { id, slug } = await makeExhibition({ status: 'SCHEDULED', opensAt: inHours(5) })
  const turn = (data: Prisma.ExhibitionUncheckedUpdateInput) =>
    db.$transaction(async (tx) => {
      await tx.exhibition.update({ where: { id }, data })
      await announceChange(tx, [tags.exhibitions, tags.exhibition(id)], { isGone: true })
    })
  expect(await readDoor(slug, null)).toMatchObject({ state: 'coming' })
  await turn({ status: 'DRAFT' })
  expect(await readDoor(slug, null)).toBeNull()
  await turn({ status: 'OPEN', opensAt: inHours(-1) })
  expect(await readDoor(slug, null)).toMatchObject({ state: 'open' })
  await turn({ status: 'CLOSED', closesAt: inHours(-1) })
  expect(await readDoor(slug, null)).toMatchObject({ state: 'closed' })
})

/** Carries out `meanwhile` while the question for an exhibition with its rooms is under way. */
async function heldUp<T>(ask: () => Promise<T>, meanwhile: () => void): Promise<T> {
  const asked = await db.$transaction(async (tx) => {
    await tx.$executeRaw`LOCK TABLE "Room" IN ACCESS EXCLUSIVE MODE`
    const answer = ask()
    const waiting = Prisma.sql`SELECT 1 FROM pg_locks WHERE NOT granted AND relation = '"Room"'::regclass`
    await expect.poll(() => tx.$queryRaw(waiting), { timeout: 10_000 }).not.toEqual([])
    meanwhile()
    return { answer }
  })
  return asked.answer
}

test('whoever asks just before the opening, and is answered after it, finds it announced and not missing', async () => {
  const opensAt = inHours(1)
  const { slug } = await makeExhibition({ status: 'SCHEDULED', opensAt })
  vi.useFakeTimers({ toFake: ['Date'], now: opensAt.getTime() - 5 })
  const answer = heldUp(
    () => readDoor(slug, null),
    () => vi.setSystemTime(opensAt.getTime() + 5),
  )
  expect(await answer).toMatchObject({ state: 'coming' })
  expect(await readDoor(slug, null)).toMatchObject({ state: 'open' })
})

test('whoever shares an answer that was asked for before the opening is let in after it', async () => {
  const opensAt = inHours(1)
  const { slug } = await makeExhibition({ status: 'SCHEDULED', opensAt })
  vi.useFakeTimers({ toFake: ['Date'], now: opensAt.getTime() - 5 })
  let later: ReturnType<typeof readDoor> | undefined
  const early = heldUp(
    () => readDoor(slug, null),
    () => {
      vi.setSystemTime(opensAt.getTime() + 5)
      later = readDoor(slug, null)
    },
  )
  expect(await early).toMatchObject({ state: 'coming' })
  expect(await later).toMatchObject({ state: 'open' })
})

test('whoever asks just before the closing, and is too late, finds it closed', async () => {
  const closesAt = inHours(1)
  const { slug } = await makeExhibition({ status: 'OPEN', closesAt })
  vi.useFakeTimers({ toFake: ['Date'], now: closesAt.getTime() - 5 })
  const asked = readDoor(slug, null)
  vi.setSystemTime(closesAt.getTime() + 5)
  expect(await asked).toMatchObject({ state: 'closed' })
})
