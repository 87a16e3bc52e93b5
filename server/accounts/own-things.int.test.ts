import { expect, test } from 'vitest'
import type { ErrorCode } from '@/lib/contracts/errors'
import { deleteOwnWork } from '@/server/artists/delete-own-work'
import { editOwnLabel } from '@/server/artists/edit-own-label'
import { readOwnWork } from '@/server/artists/own-works'
import { setShown } from '@/server/artists/set-shown'
import { restorePicture } from '@/server/artworks/restore-picture'
import { makeArtwork, makeExhibition, makePerson } from '@/server/artworks/testing/records'
import { changeCollection, deleteCollection, makeCollection } from '@/server/collections/change-collection'
import { readCollection } from '@/server/collections/read-collection'
import { removeEntry, setEntry } from '@/server/collections/set-entry'
import { addComment, deleteComment } from '@/server/comments/add-comment'
import { setCommentsOpen } from '@/server/comments/set-comments-open'
import { submitArtwork } from '@/server/exhibitions/submit-artwork'
import { withdrawSubmission } from '@/server/exhibitions/withdraw-submission'
import { db } from '@/server/platform/db'
import { HouseError } from '@/server/platform/errors'
import { changeTour } from '@/server/tours/change-tour'
import { createTour } from '@/server/tours/create-tour'
import { deleteTour } from '@/server/tours/delete-tour'
import { setVoice } from '@/server/tours/set-voice'
import { beginUpload } from '@/server/uploads/begin-upload'
import { finishUpload } from '@/server/uploads/finish-upload'
import { putPart } from '@/server/uploads/put-part'
import { readUpload } from '@/server/uploads/read-upload'
import { judgeEntry } from '@/server/visitors-book/judge-entry'
import { openBook } from '@/server/visitors-book/open-book'
import { signBook } from '@/server/visitors-book/sign-book'
import type { Viewer } from './viewer'

type Carry = (viewer: Viewer | null) => Promise<unknown>
/** Makes the thing for its owner, and answers what is then tried with it. */
type Thing = (owner: Viewer) => Promise<Carry>

const words = { title: { en: 'Light', zh: '光' }, text: { en: '', zh: '' } }

async function withWork(owner: Viewer): Promise<string> {
  return makeArtwork({ ownerId: owner.id, visibility: 'PRIVATE' })
}

/** What is one person's: everybody else is told that it is not there. */
const ownThings: Record<string, Thing> = {
  'read a work of one’s own': async (owner) => {
    const id = await withWork(owner)
    return (viewer) => readOwnWork(id, viewer)
  },
  'change its label': async (owner) => {
    const id = await withWork(owner)
    return (viewer) => editOwnLabel(id, { version: 1, changes: { year: '1900' } }, viewer)
  },
  'show it to everybody': async (owner) => {
    const id = await withWork(owner)
    return (viewer) => setShown(id, true, viewer)
  },
  'close what is written under it': async (owner) => {
    const id = await withWork(owner)
    return (viewer) => setCommentsOpen(id, false, viewer)
  },
  'bring an earlier picture of it back': async (owner) => {
    const [artworkId, other] = [await withWork(owner), await withWork(owner)]
    const { pictureId } = await db.artwork.findUniqueOrThrow({ where: { id: other } })
    const { id: earlierId } = await db.earlierPicture.create({ data: { artworkId, pictureId } })
    return (viewer) => restorePicture({ artworkId, earlierId, version: 1 }, viewer)
  },
  'delete it': async (owner) => {
    const id = await withWork(owner)
    return (viewer) => deleteOwnWork(id, viewer)
  },
  'read a collection': async (owner) => {
    const { id } = await makeCollection({ kind: 'COLLECTION', title: 'Light' }, owner)
    return (viewer) => readCollection(id, viewer)
  },
  'change a collection': async (owner) => {
    const { id } = await makeCollection({ kind: 'COLLECTION', title: 'Light' }, owner)
    return (viewer) => changeCollection(id, { title: 'Shade' }, viewer)
  },
  'put a work into it': async (owner) => {
    const { id: collectionId } = await makeCollection({ kind: 'COLLECTION', title: 'Light' }, owner)
    const artworkId = await makeArtwork()
    return (viewer) => setEntry({ collectionId, artworkId }, viewer)
  },
  'take a work out of it': async (owner) => {
    const { id: collectionId } = await makeCollection({ kind: 'COLLECTION', title: 'Light' }, owner)
    const artworkId = await makeArtwork()
    return (viewer) => removeEntry({ collectionId, artworkId }, viewer)
  },
  'give a collection up': async (owner) => {
    const { id } = await makeCollection({ kind: 'COLLECTION', title: 'Light' }, owner)
    return (viewer) => deleteCollection(id, viewer)
  },
  'take a submission back': async (owner) => {
    const [show, artworkId] = [await makeExhibition({ isOpenCall: true }), await makeArtwork({ ownerId: owner.id })]
    const offer = { artworkId, exhibition: show.slug }
    const { submissionId } = await db.$transaction((tx) => submitArtwork(offer, owner, tx))
    return (viewer) => withdrawSubmission(submissionId, viewer)
  },
  'take a comment back': async (owner) => {
    const { id } = await addComment({ artworkId: await makeArtwork(), text: 'Light' }, owner)
    return (viewer) => deleteComment(id, viewer)
  },
  'go on with an upload': async (owner) => {
    const { id } = await beginUpload({ name: 'a.png', bytes: 4 }, owner)
    return (viewer) => readUpload(id, viewer)
  },
  'send a part of it': async (owner) => {
    const { id } = await beginUpload({ name: 'a.png', bytes: 4 }, owner)
    return (viewer) => putPart({ uploadId: id, part: 0, bytes: new Uint8Array(4) }, viewer)
  },
  'finish it': async (owner) => {
    const { id } = await beginUpload({ name: 'a.png', bytes: 4 }, owner)
    await putPart({ uploadId: id, part: 0, bytes: new Uint8Array(4) }, owner)
    const finish: Carry = (viewer) => finishUpload(id, { as: 'own', keepDuplicate: false }, viewer)
    // Whose it is hears that these four bytes are no picture.
    return (viewer) => finish(viewer).catch(unless('photo_unsupported'))
  },
}

/** What belongs to an exhibition or a room: kept by its owner and by curators; to others it is closed. */
const keptThings: Record<string, Thing> = {
  'begin a tour': async (owner) => {
    const { slug } = await makeRoom(owner)
    return (viewer) => createTour(slug, words, viewer)
  },
  'change a tour': async (owner) => {
    const { id } = await makeTour(owner)
    return (viewer) => changeTour(id, { ...words, version: 1, isPublished: false, stops: [] }, viewer)
  },
  'speak at its stop': async (owner) => {
    const { stopId } = await makeTour(owner)
    return (viewer) => setVoice({ stopId, language: 'en', bytes: null }, viewer)
  },
  'delete a tour': async (owner) => {
    const { id } = await makeTour(owner)
    return (viewer) => deleteTour(id, 1, viewer)
  },
  'close the visitors’ book': async (owner) => {
    const { slug } = await makeRoom(owner)
    return (viewer) => openBook(slug, false, viewer)
  },
  'judge a line of it': async (owner) => {
    const { slug } = await makeRoom(owner)
    const { id } = await signBook(slug, { text: 'Rude', name: '' }, await makePerson('GUEST'))
    return (viewer) => judgeEntry(id, true, viewer)
  },
}

const makeRoom = ({ id: ownerId }: Viewer) => makeExhibition({ kind: 'OWN_ROOM', ownerId })

async function makeTour(owner: Viewer) {
  const { slug, roomId } = await makeRoom(owner)
  const artworkId = await makeArtwork()
  await db.hanging.create({ data: { roomId, artworkId, wall: 'north', slot: 0 } })
  const { id } = await createTour(slug, words, owner)
  const stop = await db.tourStop.create({ data: { tourId: id, position: 0, artworkId } })
  return { id, stopId: stop.id }
}

function unless(code: ErrorCode) {
  return (thrown: unknown) => {
    if (!(thrown instanceof HouseError) || thrown.code !== code) throw thrown
  }
}

const outcomeOf = (act: Promise<unknown>) =>
  act.then(
    () => 'done',
    (thrown: unknown) => (thrown instanceof HouseError ? thrown.code : thrown),
  )

const callers = ['nobody', 'GUEST', 'VISITOR', 'ARTIST', 'CURATOR', 'OPERATOR', 'its owner'] as const
type Caller = (typeof callers)[number]

async function tryAs(caller: Caller, thing: Thing) {
  const owner = await makePerson()
  const carryOut = await thing(owner)
  const stranger = async () => (caller === 'nobody' || caller === 'its owner' ? null : makePerson(caller))
  return outcomeOf(carryOut(caller === 'its owner' ? owner : await stranger()))
}

const refusals: Partial<Record<Caller, ErrorCode>> = { nobody: 'not_signed_in', GUEST: 'account_needed' }
const casesOf = (things: Record<string, Thing>) =>
  Object.entries(things).flatMap(([name, thing]) => callers.map((caller) => [caller, name, thing] as const))

test.each(casesOf(ownThings))('%s: %s', async (caller, _name, thing) => {
  expect(await tryAs(caller, thing)).toBe(caller === 'its owner' ? 'done' : (refusals[caller] ?? 'not_found'))
})

test.each(casesOf(keptThings))('%s: %s', async (caller, _name, thing) => {
  const may = caller === 'its owner' || caller === 'CURATOR' || caller === 'OPERATOR'
  expect(await tryAs(caller, thing)).toBe(may ? 'done' : (refusals[caller] ?? 'forbidden'))
})
