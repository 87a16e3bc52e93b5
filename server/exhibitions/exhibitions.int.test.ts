import { describe, expect, test } from 'vitest'
import { readArtwork } from '@/server/artworks/read-artwork'
import { makeArtwork, makeExhibition, makePerson } from '@/server/artworks/testing/records'
import { db } from '@/server/platform/db'
import { decideSubmission } from './decide-submission'
import { ensureOwnRoom } from './ensure-own-room'
import { hangArtwork } from './hang-artwork'
import { listOpenCalls } from './list-open-calls'
import { listOpenExhibitions } from './list-open-exhibitions'
import { listSubmissions } from './list-submissions'
import { readExhibition } from './read-exhibition'
import { submitArtwork } from './submit-artwork'

const hour = 60 * 60 * 1000
const inAnHour = () => new Date(Date.now() + hour)
const anHourAgo = () => new Date(Date.now() - hour)
const hang = (artworkId: string, roomId: string) => db.$transaction((tx) => hangArtwork({ artworkId, roomId }, tx))

describe('who may enter', () => {
  const cases = [
    ['open', { status: 'OPEN' as const }, true],
    ['open until an hour ago', { status: 'OPEN' as const, closesAt: anHourAgo() }, false],
    ['scheduled, with its hour come', { status: 'SCHEDULED' as const, opensAt: anHourAgo() }, true],
    ['scheduled for later', { status: 'SCHEDULED' as const, opensAt: inAnHour() }, false],
    ['draft', { status: 'DRAFT' as const }, false],
    ['closed', { status: 'CLOSED' as const }, false],
    ['archived', { status: 'ARCHIVED' as const }, false],
  ] as const

  test.each(cases)('%s', async (_name, columns, isOpen) => {
    const [owner, artist, curator] = [await makePerson(), await makePerson(), await makePerson('CURATOR')]
    const { slug } = await makeExhibition({ ...columns, ownerId: owner.id })
    expect((await readExhibition(slug, null)) !== null).toBe(isOpen)
    expect((await readExhibition(slug, artist)) !== null).toBe(isOpen)
    expect(await readExhibition(slug, owner)).not.toBeNull()
    expect(await readExhibition(slug, curator)).not.toBeNull()
    expect((await listOpenExhibitions()).exhibitions.some((card) => card.slug === slug)).toBe(isOpen)
  })

  test('a work tells only of open exhibitions that it hangs in', async () => {
    const [open, draft] = [await makeExhibition(), await makeExhibition({ status: 'DRAFT' })]
    const artworkId = await makeArtwork()
    await hang(artworkId, open.roomId)
    await hang(artworkId, draft.roomId)
    expect((await readArtwork(artworkId, null))?.hangsIn.map((place) => place.slug)).toEqual([open.slug])
  })
})

describe('hanging', () => {
  test('makes a work public, notes it, and refuses it twice in one room', async () => {
    const { roomId } = await makeExhibition()
    const owner = await makePerson()
    const artworkId = await makeArtwork({ ownerId: owner.id, visibility: 'PRIVATE' })
    await hang(artworkId, roomId)
    expect((await readArtwork(artworkId, null))?.id).toBe(artworkId)
    expect(await db.auditEntry.count({ where: { subjectId: artworkId, action: 'artwork.hung' } })).toBe(1)
    await expect(hang(artworkId, roomId)).rejects.toMatchObject({ code: 'already_hung' })
  })

  test('of many works at once gives each a place of its own, until the walls are full', async () => {
    const { roomId } = await makeExhibition()
    const works: string[] = []
    for (let index = 0; index < 40; index++) works.push(await makeArtwork())
    const results = await Promise.allSettled(works.map((id) => hang(id, roomId)))
    const refused = results.filter((result) => result.status === 'rejected')
    const hangings = await db.hanging.findMany({ where: { roomId } })
    expect(hangings.length).toBeGreaterThan(5)
    expect(new Set(hangings.map(({ wall, slot }) => `${wall}/${slot}`)).size).toBe(hangings.length)
    expect(hangings.length + refused.length).toBe(40)
    for (const { reason } of refused) expect(reason).toMatchObject({ code: 'room_full' })
  })

  test('on a wish respects the wall and the slot', async () => {
    const { roomId } = await makeExhibition()
    const [one, two] = [await makeArtwork(), await makeArtwork()]
    const wish = { roomId, wall: 'east', slot: 3 }
    const place = await db.$transaction((tx) => hangArtwork({ artworkId: one, ...wish }, tx))
    expect(place).toMatchObject({ wall: 'east', slot: 3 })
    const taken = db.$transaction((tx) => hangArtwork({ artworkId: two, ...wish }, tx))
    await expect(taken).rejects.toMatchObject({ code: 'conflict' })
    const nowhere = db.$transaction((tx) => hangArtwork({ artworkId: two, roomId, wall: 'ceiling' }, tx))
    await expect(nowhere).rejects.toMatchObject({ code: 'room_full' })
  })
})

describe('an own room', () => {
  test('is one for each person, even when asked for twice at once, and open to everyone', async () => {
    const artist = await makePerson()
    const rooms = await Promise.all([1, 2, 3].map(() => db.$transaction((tx) => ensureOwnRoom(artist, tx))))
    expect(new Set(rooms.map((room) => room.slug)).size).toBe(1)
    expect(rooms[0]?.slug).toMatch(/^room-[0-9a-f]{12}$/)
    const view = await readExhibition(rooms[0]?.slug ?? '', null)
    expect(view).toMatchObject({ kind: 'OWN_ROOM', ownerName: 'Ada', title: { en: "Ada's room", zh: 'Ada的展厅' } })
    expect((await listOpenExhibitions()).exhibitions.some((card) => card.kind === 'OWN_ROOM')).toBe(false)
  })

  test('is not for guests', async () => {
    const guest = await makePerson('GUEST')
    const asked = db.$transaction((tx) => ensureOwnRoom(guest, tx))
    await expect(asked).rejects.toMatchObject({ code: 'account_needed' })
  })
})

describe('an open call', () => {
  const offer = async () => {
    const [artist, curator] = [await makePerson(), await makePerson('CURATOR')]
    const show = await makeExhibition({ isOpenCall: true })
    const artworkId = await makeArtwork({ ownerId: artist.id, visibility: 'PRIVATE' })
    const submit = () => db.$transaction((tx) => submitArtwork({ artworkId, exhibition: show.slug }, artist, tx))
    const { submissionId } = await submit()
    return { artist, curator, show, artworkId, submissionId, submit }
  }

  test('takes a work once; it stays private, but curators see it', async () => {
    const { artist, curator, show, artworkId, submissionId, submit } = await offer()
    await expect(submit()).rejects.toMatchObject({ code: 'conflict' })
    expect((await listOpenCalls()).calls.map((card) => card.slug)).toContain(show.slug)
    expect(await readArtwork(artworkId, await makePerson())).toBeNull()
    expect(await readArtwork(artworkId, curator)).not.toBeNull()
    const { submissions } = await listSubmissions({ status: 'PENDING' }, curator)
    const listed = submissions.find((submission) => submission.id === submissionId)
    expect(listed).toMatchObject({ status: 'PENDING', submittedBy: artist.name, exhibition: { slug: show.slug } })
  })

  test('does not take works of others, nor where nothing is called for', async () => {
    const { artworkId, artist, show } = await offer()
    const other = await makePerson()
    const stolen = db.$transaction((tx) => submitArtwork({ artworkId, exhibition: show.slug }, other, tx))
    await expect(stolen).rejects.toMatchObject({ code: 'not_found' })
    const closed = await makeExhibition()
    const uncalled = db.$transaction((tx) => submitArtwork({ artworkId, exhibition: closed.slug }, artist, tx))
    await expect(uncalled).rejects.toMatchObject({ code: 'not_found' })
  })

  test('accepted with the wish to hang it: hangs the work for all to see, once, by one of two curators', async () => {
    const { curator, artworkId, submissionId, show } = await offer()
    const accept = () =>
      decideSubmission({ submissionId, decision: 'ACCEPTED', note: 'Welcome', isHung: true }, curator)
    const results = await Promise.allSettled([accept(), accept()])
    expect(results.map((result) => result.status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(results.find((result) => result.status === 'rejected')).toMatchObject({ reason: { code: 'conflict' } })
    const view = await readExhibition(show.slug, null)
    expect(view?.rooms[0]?.hangings.map((hanging) => hanging.artwork.id)).toEqual([artworkId])
    const notes = await db.auditEntry.findMany({ where: { actorId: curator.id }, orderBy: { id: 'asc' } })
    expect(notes.map((note) => note.action)).toEqual(['artwork.hung', 'submission.accepted'])
  })

  test('declined: keeps it private, with a note', async () => {
    const { curator, artworkId, submissionId } = await offer()
    const view = await decideSubmission(
      { submissionId, decision: 'DECLINED', note: 'Not this time', isHung: false },
      curator,
    )
    expect(view).toMatchObject({ status: 'DECLINED', note: 'Not this time' })
    expect(await readArtwork(artworkId, null)).toBeNull()
  })

  test('that finds its walls full leaves the offer undecided', async () => {
    const { curator, submissionId, show } = await offer()
    await expect(
      (async () => {
        for (;;) await hang(await makeArtwork(), show.roomId)
      })(),
    ).rejects.toMatchObject({ code: 'room_full' })
    const accepted = decideSubmission({ submissionId, decision: 'ACCEPTED', note: '', isHung: true }, curator)
    await expect(accepted).rejects.toMatchObject({ code: 'room_full' })
    expect(await db.submission.findUnique({ where: { id: submissionId } })).toMatchObject({ status: 'PENDING' })
  })
})

test('exhibitions on view and open calls are read page by page, each once, in the house’s order', async () => {
  const made = await Promise.all(
    Array.from({ length: 30 }, (_, n) => makeExhibition({ isOpenCall: true, position: 1_000 + (n % 3) })),
  )
  const readAll = async (list: (cursor?: string) => Promise<{ slugs: string[]; nextCursor: string | null }>) => {
    const pages: string[][] = []
    for (let cursor: string | undefined; pages.length < 9; ) {
      const { slugs, nextCursor } = await list(cursor)
      pages.push(slugs)
      if (nextCursor === null) break
      cursor = nextCursor
    }
    return pages
  }
  const onView = await readAll(async (cursor) => {
    const { exhibitions, nextCursor } = await listOpenExhibitions(cursor)
    return { slugs: exhibitions.map(({ slug }) => slug), nextCursor }
  })
  const calls = await readAll(async (cursor) => {
    const { calls: read, nextCursor } = await listOpenCalls(cursor)
    return { slugs: read.map(({ slug }) => slug), nextCursor }
  })
  for (const pages of [onView, calls]) {
    expect(pages[0]).toHaveLength(24)
    expect(new Set(pages.flat()).size).toBe(pages.flat().length)
    expect(pages.flat()).toEqual(expect.arrayContaining(made.map(({ slug }) => slug)))
    const rows = await db.exhibition.findMany({ where: { slug: { in: pages.flat() } } })
    const inOrder = rows.sort(
      (a, b) => a.position - b.position || +a.createdAt - +b.createdAt || (a.id < b.id ? -1 : 1),
    )
    expect(pages.flat()).toEqual(inOrder.map(({ slug }) => slug))
  }
  await expect(listOpenExhibitions('00000000-0000-7000-8000-000000000000')).rejects.toMatchObject({
    code: 'invalid_request',
  })
})
