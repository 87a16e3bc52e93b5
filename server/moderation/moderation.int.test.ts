import { expect, test } from 'vitest'
import { readArtwork } from '@/server/artworks/read-artwork'
import { makeArtwork, makeExhibition, makePerson } from '@/server/artworks/testing/records'
import { addComment } from '@/server/comments/add-comment'
import { publishWorks } from '@/server/desk/publish-works'
import { ensureOwnRoom } from '@/server/exhibitions/ensure-own-room'
import { hangArtwork } from '@/server/exhibitions/hang-artwork'
import { readExhibition } from '@/server/exhibitions/read-exhibition'
import { listNotices } from '@/server/notices/list-notices'
import { markRead } from '@/server/notices/mark-read'
import { db } from '@/server/platform/db'
import { readPicture } from '@/server/storage/read-picture'
import { decideCase } from './decide-case'
import { listCases } from './list-cases'
import { reportSubject } from './report-subject'
import { setHidden } from './set-hidden'

async function reportedWork() {
  const [artist, reporter, curator] = [await makePerson(), await makePerson('GUEST'), await makePerson('CURATOR')]
  const show = await makeExhibition()
  const artworkId = await makeArtwork({ ownerId: artist.id })
  await db.$transaction((tx) => hangArtwork({ artworkId, roomId: show.roomId }, tx))
  const report = (by = reporter) =>
    reportSubject({ subjectKind: 'artwork', subjectId: artworkId, reason: 'rights', text: 'mine' }, by)
  await report()
  const { id: caseId } = await db.moderationCase.findFirstOrThrow({ where: { subjectId: artworkId } })
  return { artist, reporter, curator, show, artworkId, caseId, report }
}

const worksIn = async (slug: string) =>
  (await readExhibition(slug, null))?.rooms.flatMap((room) => room.hangings.map(({ artwork }) => artwork.id))

const kindsOf = async (personId: string) =>
  (await listNotices(personId)).notices.map(({ content }) =>
    content.kind === 'moderated' ? `${content.kind} ${content.what}` : content.kind,
  )

test('a case gathers what several people say of one thing, each once', async () => {
  const { report, curator, caseId } = await reportedWork()
  await report()
  await report(await makePerson())
  const mine = (await listCases('OPEN', curator)).cases.find(({ id }) => id === caseId)
  expect(mine).toMatchObject({ reportCount: 2, subjectKind: 'artwork', subject: { isHidden: false } })
})

test('what is hidden at once is gone from walls and pages, and its artist and curators still see it', async () => {
  const { artist, curator, show, artworkId, caseId, report } = await reportedWork()
  expect(await worksIn(show.slug)).toEqual([artworkId])
  const view = await setHidden({ caseId, isHidden: true }, curator)
  expect(view).toMatchObject({ status: 'OPEN', subject: { isHidden: true } })
  expect(await worksIn(show.slug)).toEqual([])
  expect(await readArtwork(artworkId, null)).toBeNull()
  const { pictureId } = await db.artwork.findUniqueOrThrow({ where: { id: artworkId } })
  await expect(readPicture({ id: pictureId, variant: 'original' }, null)).rejects.toMatchObject({ code: 'not_found' })
  expect(await readArtwork(artworkId, artist)).not.toBeNull()
  expect(await readArtwork(artworkId, curator)).not.toBeNull()
  await expect(report(await makePerson())).rejects.toMatchObject({ code: 'not_found' })
  const elsewhere = await makeExhibition()
  const again = db.$transaction((tx) => hangArtwork({ artworkId, roomId: elsewhere.roomId }, tx))
  await expect(again).rejects.toMatchObject({ code: 'work_hidden' })
  await setHidden({ caseId, isHidden: false }, curator)
  expect(await worksIn(show.slug)).toEqual([artworkId])
  expect(await kindsOf(artist.id)).toEqual(['moderated shown', 'moderated hidden'])
})

test('a work that was private stays so when it is shown again', async () => {
  const { curator, artworkId, caseId } = await reportedWork()
  await db.artwork.update({ where: { id: artworkId }, data: { visibility: 'PRIVATE' } })
  await setHidden({ caseId, isHidden: true }, curator)
  await setHidden({ caseId, isHidden: true }, curator)
  await setHidden({ caseId, isHidden: false }, curator)
  expect(await readArtwork(artworkId, null)).toBeNull()
})

test('upheld: it stays hidden, and its artist and those who reported it are told, once', async () => {
  const { artist, reporter, curator, artworkId, caseId } = await reportedWork()
  const uphold = () => decideCase({ caseId, decision: 'UPHELD', note: 'Not yours' }, curator)
  const results = await Promise.allSettled([uphold(), uphold()])
  expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  expect(await readArtwork(artworkId, null)).toBeNull()
  const told = (await listNotices(artist.id)).notices
  expect(told.map(({ content }) => content)).toMatchObject([{ kind: 'moderated', what: 'upheld', note: 'Not yours' }])
  expect(await kindsOf(reporter.id)).toEqual(['report-decided'])
  await markRead(artist.id)
  expect(await listNotices(artist.id)).toMatchObject({ unread: 0, notices: [{ isRead: true }] })
})

test('dismissed: it is seen, its artist hears nothing of it, and only somebody new opens the case again', async () => {
  const { artist, curator, artworkId, caseId, report } = await reportedWork()
  await decideCase({ caseId, decision: 'DISMISSED', note: '' }, curator)
  expect(await readArtwork(artworkId, null)).not.toBeNull()
  expect(await kindsOf(artist.id)).toEqual([])
  await report()
  expect(await db.moderationCase.findUnique({ where: { id: caseId } })).toMatchObject({ status: 'DISMISSED' })
  await report(await makePerson())
  expect(await db.moderationCase.findUnique({ where: { id: caseId } })).toMatchObject({ status: 'OPEN' })
})

test('of a person who is hidden, the own room is closed until they are shown again', async () => {
  const [artist, curator] = [await makePerson(), await makePerson('CURATOR')]
  const { slug } = await db.$transaction((tx) => ensureOwnRoom(artist, tx))
  const said = { subjectKind: 'person', subjectId: artist.id, reason: 'spam', text: '' } as const
  await reportSubject(said, await makePerson('GUEST'))
  const { id: caseId } = await db.moderationCase.findFirstOrThrow({ where: { subjectId: artist.id } })
  await setHidden({ caseId, isHidden: true }, curator)
  expect(await readExhibition(slug, null)).toBeNull()
  await decideCase({ caseId, decision: 'DISMISSED', note: '' }, curator)
  expect(await readExhibition(slug, null)).not.toBeNull()
})

test('words that three people report are hidden until a curator has looked, and never by reports after that', async () => {
  const [writer, curator, artworkId] = [await makePerson(), await makePerson('CURATOR'), await makeArtwork()]
  const { id } = await addComment({ artworkId, text: 'Rude' }, writer)
  const report = async () =>
    reportSubject({ subjectKind: 'comment', subjectId: id, reason: 'hate', text: '' }, await makePerson('GUEST'))
  const isHidden = async () => (await db.comment.findUniqueOrThrow({ where: { id } })).hiddenAt !== null
  await report()
  await report()
  expect(await isHidden()).toBe(false)
  await report()
  expect(await isHidden()).toBe(true)
  await expect(report()).rejects.toMatchObject({ code: 'not_found' })
  const { id: caseId } = await db.moderationCase.findFirstOrThrow({ where: { subjectId: id } })
  await decideCase({ caseId, decision: 'DISMISSED', note: '' }, curator)
  await report()
  expect(await isHidden()).toBe(false)
  expect(await kindsOf(writer.id)).toEqual(['moderated shown', 'moderated hidden'])
})

test('guests cannot be reported, nor what is private or not there', async () => {
  const reporter = await makePerson()
  const hidden = await makeArtwork({ visibility: 'PRIVATE' })
  const guest = await makePerson('GUEST')
  const said = { reason: 'other' as const, text: '' }
  for (const subject of [
    { subjectKind: 'artwork' as const, subjectId: hidden },
    { subjectKind: 'person' as const, subjectId: guest.id },
    { subjectKind: 'person' as const, subjectId: '019a0000-0000-7000-8000-000000000001' },
  ]) {
    await expect(reportSubject({ ...subject, ...said }, reporter)).rejects.toMatchObject({ code: 'not_found' })
  }
})

test('open cases come in pages, oldest first', async () => {
  const curator = await makePerson('CURATOR')
  for (let index = 0; index < 22; index++) await reportedWork()
  const first = await listCases('OPEN', curator)
  const second = await listCases('OPEN', curator, first.nextCursor ?? '')
  const all = [...first.cases, ...second.cases].map(({ openedAt }) => openedAt)
  expect(first.cases).toHaveLength(20)
  expect(new Set([...first.cases, ...second.cases].map(({ id }) => id)).size).toBe(all.length)
  expect(all).toEqual(all.toSorted())
  await expect(listCases('OPEN', curator, 'strange')).rejects.toMatchObject({ code: 'invalid_request' })
})

test('an exhibition that opens does not bring back what is hidden, but what is shown again later is public', async () => {
  const { curator, show, artworkId, caseId } = await reportedWork()
  await db.artwork.update({ where: { id: artworkId }, data: { visibility: 'PRIVATE' } })
  await setHidden({ caseId, isHidden: true }, curator)
  await db.$transaction((tx) => publishWorks(show.id, tx))
  expect(await readArtwork(artworkId, null)).toBeNull()
  await setHidden({ caseId, isHidden: false }, curator)
  expect(await readArtwork(artworkId, null)).not.toBeNull()
})
