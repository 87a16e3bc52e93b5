import { expect, test } from 'vitest'
import type { SubmissionState } from '@/lib/contracts/submissions'
import { readArtwork } from '@/server/artworks/read-artwork'
import { makeArtwork, makeExhibition, makePerson } from '@/server/artworks/testing/records'
import { listNotices } from '@/server/notices/list-notices'
import { db } from '@/server/platform/db'
import { decideSubmission } from './decide-submission'
import { listCalls } from './list-calls'
import { listOpenCalls } from './list-open-calls'
import { listMySubmissions, listSubmissions } from './list-submissions'
import { offerWork } from './offer-work'
import { readExhibition } from './read-exhibition'
import { setCall } from './set-call'
import { withdrawSubmission } from './withdraw-submission'

const hour = 3_600_000
const inAnHour = () => new Date(Date.now() + hour)
const anHourAgo = () => new Date(Date.now() - hour)

async function offered() {
  const [artist, curator] = [await makePerson(), await makePerson('CURATOR')]
  const show = await makeExhibition({ isOpenCall: true, callClosesAt: inAnHour() })
  const artworkId = await makeArtwork({ ownerId: artist.id, visibility: 'PRIVATE' })
  const offer = (message = '') => offerWork({ artworkId, exhibition: show.slug, message }, artist)
  const { submissionId } = await offer('Please look')
  const decide = (decision: Exclude<SubmissionState, 'PENDING'>, note = '') =>
    decideSubmission({ submissionId, decision, note, isHung: false }, curator)
  return { artist, curator, show, artworkId, offer, submissionId, decide }
}

test('declined with a note, offered again, accepted: the work lies in the depot and its artist read of each step', async () => {
  const { artist, curator, show, artworkId, offer, submissionId, decide } = await offered()
  expect(await decide('DECLINED', 'Too dark')).toMatchObject({ status: 'DECLINED', mayOfferAgain: true })
  expect(await offer('Lighter now')).toEqual({ submissionId })
  const accepted = await decide('ACCEPTED', 'Welcome')
  expect(accepted.steps.map(({ kind, note }) => [kind, note])).toEqual([
    ['OFFERED', 'Please look'],
    ['DECLINED', 'Too dark'],
    ['OFFERED', 'Lighter now'],
    ['ACCEPTED', 'Welcome'],
  ])
  expect(await db.artwork.findUnique({ where: { id: artworkId } })).toMatchObject({ visibility: 'PRIVATE' })
  expect((await db.artwork.findUniqueOrThrow({ where: { id: artworkId } })).depotAt).not.toBeNull()
  expect((await readExhibition(show.slug, null))?.workCount).toBe(0)
  expect(await readArtwork(artworkId, curator)).not.toBeNull()
  const told = (await listNotices(artist.id)).notices.map(({ content }) => content)
  expect(told).toMatchObject([
    { kind: 'submission-decided', decision: 'ACCEPTED', note: 'Welcome' },
    { kind: 'submission-decided', decision: 'DECLINED', note: 'Too dark' },
  ])
  await expect(offer()).rejects.toMatchObject({ code: 'conflict' })
  await expect(withdrawSubmission(submissionId, artist)).rejects.toMatchObject({ code: 'conflict' })
})

test('changes are asked for with a note, and the work may be offered again', async () => {
  const { curator, decide, submissionId, offer } = await offered()
  await expect(decide('CHANGES_ASKED')).rejects.toMatchObject({ code: 'note_needed' })
  expect(await decide('CHANGES_ASKED', 'Another title')).toMatchObject({ status: 'CHANGES_ASKED', mayOfferAgain: true })
  const listed = async (status: SubmissionState) =>
    (await listSubmissions({ status }, curator)).submissions.some(({ id }) => id === submissionId)
  expect([await listed('CHANGES_ASKED'), await listed('DECLINED')]).toEqual([true, false])
  await offer()
  expect([await listed('CHANGES_ASKED'), await listed('PENDING')]).toEqual([false, true])
})

test('an offer that is made again never undoes an acceptance of the same moment', async () => {
  for (let round = 0; round < 10; round++) {
    const { decide, offer, submissionId } = await offered()
    await decide('DECLINED')
    const [again, accepted] = await Promise.allSettled([offer(), decide('ACCEPTED')])
    const { status } = await db.submission.findUniqueOrThrow({ where: { id: submissionId } })
    expect(again.status).toBe('fulfilled')
    expect(status).toBe(accepted.status === 'fulfilled' ? 'ACCEPTED' : 'PENDING')
  }
})

test('what was taken back is gone, and curators see the work no more', async () => {
  const { artist, curator, artworkId, submissionId } = await offered()
  await expect(withdrawSubmission(submissionId, await makePerson())).rejects.toMatchObject({ code: 'not_found' })
  await withdrawSubmission(submissionId, artist)
  expect((await listMySubmissions(artist)).submissions).toEqual([])
  expect(await readArtwork(artworkId, curator)).toBeNull()
})

test('a call takes works until its deadline, and only while the exhibition is announced or running', async () => {
  const artist = await makePerson()
  const artworkId = await makeArtwork({ ownerId: artist.id })
  const cases = [
    [{ callClosesAt: null }, true],
    [{ callClosesAt: inAnHour() }, true],
    [{ callClosesAt: anHourAgo() }, false],
    [{ isOpenCall: false }, false],
    [{ status: 'DRAFT' }, false],
    [{ closesAt: anHourAgo() }, false],
    [{ status: 'SCHEDULED', opensAt: inAnHour() }, true],
  ] as const
  for (const [columns, isTaken] of cases) {
    const { slug } = await makeExhibition({ isOpenCall: true, ...columns })
    const outcome = await offerWork({ artworkId, exhibition: slug, message: '' }, artist).then(
      () => true,
      () => false,
    )
    expect([columns, outcome]).toEqual([columns, isTaken])
    expect((await listOpenCalls()).calls.some((card) => card.slug === slug)).toBe(isTaken)
  }
})

test('a curator sets a call; the second of two who began with the same version is told', async () => {
  const curator = await makePerson('CURATOR')
  const { slug } = await makeExhibition()
  const call = { isOpen: true, closesAt: inAnHour().toISOString(), text: { en: 'Water', zh: '水' }, version: 1 }
  expect(await setCall(slug, call, curator)).toMatchObject({ takesWorks: true, version: 2, waiting: 0 })
  await expect(setCall(slug, call, curator)).rejects.toMatchObject({ code: 'conflict' })
  expect(await readExhibition(slug, null)).toMatchObject({ isOpenCall: true, callText: { en: 'Water', zh: '水' } })
  expect((await listCalls(curator)).calls.find((each) => each.slug === slug)).toMatchObject({ isOpen: true })
  await setCall(slug, { ...call, isOpen: false, version: 2 }, curator)
  expect(await readExhibition(slug, null)).toMatchObject({ isOpenCall: false, callClosesAt: null })
})

test('offers come in pages, oldest first while they wait', async () => {
  const [artist, curator] = [await makePerson(), await makePerson('CURATOR')]
  const { slug: exhibition } = await makeExhibition({ isOpenCall: true })
  for (let index = 0; index < 22; index++) {
    await offerWork({ artworkId: await makeArtwork({ ownerId: artist.id }), exhibition, message: '' }, artist)
  }
  const first = await listSubmissions({ status: 'PENDING', exhibition }, curator)
  const second = await listSubmissions({ status: 'PENDING', exhibition, cursor: first.nextCursor ?? '' }, curator)
  const all = [...first.submissions, ...second.submissions].map(({ submittedAt }) => submittedAt)
  expect([first.submissions.length, second.submissions.length, second.nextCursor]).toEqual([20, 2, null])
  expect(all).toEqual(all.toSorted())
  const mine = await listMySubmissions(artist)
  expect(mine.submissions.map(({ submittedAt }) => submittedAt)).toEqual(all.toReversed().slice(0, 20))
})

test('where curators are named, the others of the house may look but neither decide nor set the call', async () => {
  const { show, decide, curator } = await offered()
  const lead = await makePerson('CURATOR')
  await db.exhibitionCurator.create({ data: { exhibitionId: show.id, personId: lead.id, role: 'LEAD' } })
  await expect(decide('DECLINED')).rejects.toMatchObject({ code: 'forbidden' })
  const call = { isOpen: false, closesAt: null, text: { en: '', zh: '' }, version: 1 }
  await expect(setCall(show.slug, call, curator)).rejects.toMatchObject({ code: 'forbidden' })
  expect(await setCall(show.slug, call, lead)).toMatchObject({ isOpen: false })
})
