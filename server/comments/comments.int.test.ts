import { expect, test } from 'vitest'
import { makeArtwork, makePerson } from '@/server/artworks/testing/records'
import { reportSubject } from '@/server/moderation/report-subject'
import { setHidden } from '@/server/moderation/set-hidden'
import { listNotices } from '@/server/notices/list-notices'
import { db } from '@/server/platform/db'
import { addComment, deleteComment } from './add-comment'
import { listComments } from './list-comments'
import { setCommentsOpen } from './set-comments-open'

const textsOf = async (artworkId: string) => (await listComments(artworkId)).comments.map(({ text }) => text)

test('people with an account write under public works, and take their words back', async () => {
  const [person, other] = [await makePerson('VISITOR'), await makePerson('VISITOR')]
  const artworkId = await makeArtwork()
  const { id } = await addComment({ artworkId, text: 'The light!' }, person)
  await addComment({ artworkId, text: 'Yes.' }, other)
  expect(await textsOf(artworkId)).toEqual(['Yes.', 'The light!'])
  await expect(deleteComment(id, other)).rejects.toMatchObject({ code: 'not_found' })
  await deleteComment(id, person)
  expect(await textsOf(artworkId)).toEqual(['Yes.'])
  await expect(addComment({ artworkId, text: 'x' }, null)).rejects.toMatchObject({ code: 'not_signed_in' })
  await expect(addComment({ artworkId, text: 'x' }, await makePerson('GUEST'))).rejects.toMatchObject({
    code: 'account_needed',
  })
  const secret = await makeArtwork({ visibility: 'PRIVATE' })
  await expect(addComment({ artworkId: secret, text: 'x' }, person)).rejects.toMatchObject({ code: 'not_found' })
})

test('a curator of the house’s works, and the artist of an own one, say whether more is written', async () => {
  const [artist, curator, visitor] = [await makePerson(), await makePerson('CURATOR'), await makePerson('VISITOR')]
  const ofHouse = await makeArtwork({ depotAt: new Date() })
  const ofArtist = await makeArtwork({ ownerId: artist.id })
  await addComment({ artworkId: ofHouse, text: 'Kept' }, visitor)
  await setCommentsOpen(ofHouse, false, curator)
  await setCommentsOpen(ofArtist, false, artist)
  for (const artworkId of [ofHouse, ofArtist]) {
    await expect(addComment({ artworkId, text: 'x' }, visitor)).rejects.toMatchObject({ code: 'comments_closed' })
    await expect(setCommentsOpen(artworkId, true, visitor)).rejects.toMatchObject({ code: 'not_found' })
  }
  await expect(setCommentsOpen(ofArtist, true, curator)).rejects.toMatchObject({ code: 'not_found' })
  expect(await listComments(ofHouse)).toMatchObject({ isOpen: false, comments: [{ text: 'Kept' }] })
})

test('what is reported and hidden is read by nobody, and its author is told; banned people are silent', async () => {
  const [person, curator, banned] = [await makePerson('VISITOR'), await makePerson('CURATOR'), await makePerson()]
  const artworkId = await makeArtwork()
  const { id } = await addComment({ artworkId, text: 'Rude' }, person)
  await addComment({ artworkId, text: 'Fine' }, curator)
  await addComment({ artworkId, text: 'Spam' }, banned)
  await db.person.update({ where: { id: banned.id }, data: { bannedAt: new Date() } })
  await reportSubject({ subjectKind: 'comment', subjectId: id, reason: 'hate', text: '' }, await makePerson('GUEST'))
  const { id: caseId } = await db.moderationCase.findFirstOrThrow({ where: { subjectId: id } })
  expect(await setHidden({ caseId, isHidden: true }, curator)).toMatchObject({
    subject: { text: 'Rude', isHidden: true },
  })
  expect(await textsOf(artworkId)).toEqual(['Fine'])
  expect((await listNotices(person.id)).notices[0]?.content).toMatchObject({
    kind: 'moderated',
    subjectKind: 'comment',
  })
  await setHidden({ caseId, isHidden: false }, curator)
  expect(await textsOf(artworkId)).toEqual(['Fine', 'Rude'])
})

test('they come in pages, newest first', async () => {
  const person = await makePerson('VISITOR')
  const artworkId = await makeArtwork()
  for (let index = 0; index < 22; index++) await addComment({ artworkId, text: String(index) }, person)
  const first = await listComments(artworkId)
  const second = await listComments(artworkId, first.nextCursor ?? '')
  expect([...first.comments, ...second.comments].map(({ text }) => Number(text))).toEqual(
    Array.from({ length: 22 }, (_, index) => 21 - index),
  )
})
