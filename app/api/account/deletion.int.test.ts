import { randomUUID } from 'node:crypto'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { POST as postSignIn } from '@/app/api/account/sign-in/route'
import { POST as postSignUp } from '@/app/api/account/sign-up/route'
import { PUT as putLike } from '@/app/api/artworks/[id]/like/route'
import { GET as getMe } from '@/app/api/me/route'
import { readViewer } from '@/server/accounts/read-viewer'
import type { Viewer } from '@/server/accounts/viewer'
import { readArtistPage } from '@/server/artists/read-artist-page'
import { setPage } from '@/server/artists/set-page'
import { readArtwork } from '@/server/artworks/read-artwork'
import { makeArtwork, makeExhibition } from '@/server/artworks/testing/records'
import { addComment } from '@/server/comments/add-comment'
import { listComments } from '@/server/comments/list-comments'
import { noteFavourite } from '@/server/engagement/note-favourite'
import { setFavourite } from '@/server/engagement/set-favourite'
import { ensureOwnRoom } from '@/server/exhibitions/ensure-own-room'
import { hangArtwork } from '@/server/exhibitions/hang-artwork'
import { readExhibition } from '@/server/exhibitions/read-exhibition'
import { listFollowing } from '@/server/follows/list-following'
import { readFollow } from '@/server/follows/read-follow'
import { setFollow } from '@/server/follows/set-follow'
import { Visitor } from '@/server/http/testing/visitor'
import { listNotices } from '@/server/notices/list-notices'
import { tellNewWorks } from '@/server/notices/tell-new-works'
import { db } from '@/server/platform/db'
import { fileKey } from '@/server/storage/picture-store'
import { store } from '@/server/storage/store'
import { beginUpload } from '@/server/uploads/begin-upload'
import { finishUpload } from '@/server/uploads/finish-upload'
import { putPart } from '@/server/uploads/put-part'
import { readBook } from '@/server/visitors-book/read-book'
import { signBook } from '@/server/visitors-book/sign-book'
import { DELETE as deleteAccount } from './route'

const password = 'a long enough password'

async function member(role: 'ARTIST' | 'OPERATOR' = 'ARTIST') {
  const visitor = new Visitor()
  const email = `${randomUUID()}@example.org`
  const { json } = await visitor.call(postSignUp, 'POST', '/api/account/sign-up', {
    json: { name: 'Ada', email, password },
  })
  await db.person.update({ where: { id: json.person.id }, data: { role } })
  return { visitor, email, viewer: await readViewer(json.person.id) }
}

const leave = (visitor: Visitor, given = password) =>
  visitor.call(deleteAccount, 'DELETE', '/api/account', { json: { password: given } })

/** Words, a favourite with a note, and two who follow each other; everything read once, so that copies of it are kept. */
async function leaveTraces(viewer: Viewer, { artworkId, slug }: { artworkId: string; slug: string }) {
  const { viewer: artist } = await member()
  await setPage({ isOpen: true, statement: { en: '', zh: '' } }, artist)
  await setFollow({ artistId: artist.id }, true, viewer)
  await setFollow({ artistId: viewer.id }, true, artist)
  await makeArtwork({ ownerId: viewer.id })
  await tellNewWorks()
  expect((await listNotices(artist.id)).notices).toMatchObject([{ content: { kind: 'artist-showed' } }])
  await signBook(slug, { text: 'I was here', name: 'Ada' }, viewer)
  await addComment({ artworkId, text: 'Light' }, viewer)
  await setFavourite({ personId: viewer.id, artworkId, kept: true })
  await noteFavourite({ personId: viewer.id, artworkId, note: 'mine' })
  expect((await readBook(slug, undefined, null)).entries).toHaveLength(1)
  expect((await listComments(artworkId)).comments).toHaveLength(1)
  return { artist, others: slug }
}

test('a deleted account is gone, with works, walls, marks and the bytes of its pictures; the house’s own stays', async () => {
  const { visitor, email, viewer } = await member()
  const bytes = await sharp({ create: { width: 64, height: 64, channels: 3, background: '#123456' } })
    .png()
    .toBuffer()
  const { id: uploadId } = await beginUpload({ name: 'a.png', bytes: bytes.length }, viewer)
  await putPart({ uploadId, part: 0, bytes }, viewer)
  const { artworkId } = await finishUpload(uploadId, { as: 'own', keepDuplicate: false }, viewer)
  const unfinished = await beginUpload({ name: 'b.png', bytes: bytes.length }, viewer)
  await putPart({ uploadId: unfinished.id, part: 0, bytes }, viewer)
  const room = await db.$transaction((tx) => ensureOwnRoom(viewer, tx))
  const show = await makeExhibition({ ownerId: viewer.id })
  for (const { roomId } of [room, show]) await db.$transaction((tx) => hangArtwork({ artworkId, roomId }, tx))
  await setPage({ isOpen: true, statement: { en: '', zh: '' } }, viewer)
  const liked = await makeArtwork()
  await visitor.call(putLike, 'PUT', `/api/artworks/${liked}/like`, { params: { id: liked } })
  expect((await readArtwork(liked, null))?.likeCount).toBe(1)
  const { artist, others } = await leaveTraces(viewer, { artworkId: liked, slug: (await makeExhibition()).slug })
  const { picture } = await db.artwork.findUniqueOrThrow({ where: { id: artworkId }, select: { picture: true } })

  expect((await leave(visitor, 'another long password')).json.error.code).toBe('wrong_credentials')
  const answer = await leave(visitor)
  expect(answer.status).toBe(200)
  expect((await visitor.call(getMe, 'GET', '/api/me')).json).toEqual({ person: null })
  const again = await new Visitor().call(postSignIn, 'POST', '/api/account/sign-in', { json: { email, password } })
  expect(again.json.error.code).toBe('wrong_credentials')

  const left = await Promise.all([
    db.person.count({ where: { id: viewer.id } }),
    db.account.count({ where: { personId: viewer.id } }),
    db.session.count({ where: { personId: viewer.id } }),
    db.artwork.count({ where: { ownerId: viewer.id } }),
    db.picture.count({ where: { ownerId: viewer.id } }),
    db.upload.count({ where: { personId: viewer.id } }),
    db.exhibition.count({ where: { slug: room.slug } }),
    db.storedFile.count({ where: { sha256: picture.fileSha256 } }),
  ])
  expect(left).toEqual([0, 0, 0, 0, 0, 0, 0, 0])
  expect(await store.read(fileKey(picture.fileSha256))).toBeNull()
  expect(await store.read(`uploads/${unfinished.id}/0`)).toBeNull()
  expect(await readArtistPage(viewer.id, null)).toBeNull()
  expect(await readArtwork(artworkId, null)).toBeNull()
  expect((await readArtwork(liked, null))?.likeCount).toBe(0)
  expect(await readExhibition(show.slug, null)).toMatchObject({ workCount: 0 })
  expect((await readBook(others, undefined, null)).entries).toEqual([])
  expect((await listComments(liked)).comments).toEqual([])
  expect(await readFollow({ artistId: artist.id }, artist)).toEqual({ isFollowing: false, count: 0 })
  expect((await listNotices(artist.id)).notices).toEqual([])
  expect((await listFollowing(artist.id)).total).toBe(0)
})

test('the only operator cannot leave; one of two can', async () => {
  await db.person.updateMany({ where: { role: 'OPERATOR' }, data: { role: 'CURATOR' } })
  const one = await member('OPERATOR')
  expect((await leave(one.visitor)).json.error.code).toBe('last_operator')
  await member('OPERATOR')
  expect((await leave(one.visitor)).status).toBe(200)
})
