import { expect, test } from 'vitest'
import { readArtistPage } from '@/server/artists/read-artist-page'
import { setPage } from '@/server/artists/set-page'
import { listEarlierPictures } from '@/server/artworks/earlier-pictures'
import { readArtwork } from '@/server/artworks/read-artwork'
import { makeArtwork, makeExhibition, makePerson } from '@/server/artworks/testing/records'
import { changeCollection, makeCollection } from '@/server/collections/change-collection'
import { readShownCollection } from '@/server/collections/read-shown-collection'
import { hasDesk } from '@/server/desk/has-desk'
import { readExhibition } from '@/server/exhibitions/read-exhibition'
import { submitArtwork } from '@/server/exhibitions/submit-artwork'
import { db } from '@/server/platform/db'
import { HouseError } from '@/server/platform/errors'
import { findVisiblePicture } from '@/server/storage/find-visible-picture'
import { picturePath } from '@/server/storage/picture-view'
import { signUrl } from '@/server/storage/sign-url'
import { listTours } from '@/server/tours/list-tours'
import { readBook } from '@/server/visitors-book/read-book'
import type { Viewer } from './viewer'

const callers = ['nobody', 'GUEST', 'VISITOR', 'ARTIST', 'CURATOR', 'OPERATOR', 'its owner', 'an adviser'] as const
type Caller = (typeof callers)[number]
/** Of the house’s roles. */
const curators = ['CURATOR', 'OPERATOR'] as const
const all: readonly Caller[] = callers

interface Things {
  owner: Viewer
  adviser: Viewer
}
/** Makes a thing; answers whether somebody sees it. */
type Sight = (things: Things) => Promise<(viewer: Viewer | null) => Promise<boolean>>

const isThere = (read: Promise<unknown>): Promise<boolean> =>
  read.then(
    (answer) => answer !== null && !(Array.isArray(answer) && answer.length === 0),
    (thrown: unknown) => {
      if (thrown instanceof HouseError && ['not_found', 'not_signed_in', 'account_needed'].includes(thrown.code))
        return false
      throw thrown
    },
  )

const showBy = async ({ owner, adviser }: Things, changes: Parameters<typeof makeExhibition>[0] = {}) => {
  const show = await makeExhibition({ ownerId: owner.id, ...changes })
  await db.exhibitionCurator.create({ data: { exhibitionId: show.id, personId: adviser.id, role: 'ADVISER' } })
  return show
}
const seenOf = (changes: Parameters<typeof makeExhibition>[0]): Sight => {
  return async (things) => {
    const { slug } = await showBy(things, changes)
    return (viewer) => isThere(readExhibition(slug, viewer))
  }
}
const work = ({ owner }: Things, changes: Parameters<typeof makeArtwork>[0] = {}) =>
  makeArtwork({ ownerId: owner.id, visibility: 'PRIVATE', ...changes })

async function pictureOf(artworkId: string) {
  const { pictureId: id } = await db.artwork.findUniqueOrThrow({ where: { id: artworkId } })
  const access = signUrl(picturePath(id))
  return (viewer: Viewer | null) => isThere(findVisiblePicture({ id, access }, viewer))
}

/** What there is to be seen, and who sees it; to everybody else it is not there. */
const sights: Record<string, [Sight, readonly Caller[]]> = {
  'an open exhibition': [seenOf({ status: 'OPEN' }), all],
  'a draft': [seenOf({ status: 'DRAFT' }), [...curators, 'its owner', 'an adviser']],
  'an exhibition that is announced': [
    seenOf({ status: 'SCHEDULED', opensAt: new Date(Date.now() + 3_600_000) }),
    [...curators, 'its owner', 'an adviser'],
  ],
  'one that is closed': [seenOf({ status: 'CLOSED' }), [...curators, 'its owner', 'an adviser']],
  'a work that is shown': [
    async (things) => {
      const id = await work(things, { visibility: 'PUBLIC' })
      return (viewer) => isThere(readArtwork(id, viewer))
    },
    all,
  ],
  'a private work': [
    async (things) => {
      const id = await work(things)
      return (viewer) => isThere(readArtwork(id, viewer))
    },
    ['its owner'],
  ],
  'a work that was offered': [
    async (things) => {
      const [id, show] = [await work(things), await makeExhibition({ isOpenCall: true })]
      await db.$transaction((tx) => submitArtwork({ artworkId: id, exhibition: show.slug }, things.owner, tx))
      return (viewer) => isThere(readArtwork(id, viewer))
    },
    [...curators, 'its owner'],
  ],
  'a work in the depot': [
    async () => {
      const id = await makeArtwork({ visibility: 'PRIVATE', depotAt: new Date() })
      return (viewer) => isThere(readArtwork(id, viewer))
    },
    curators,
  ],
  'the picture of a private work, at its signed address': [
    async (things) => pictureOf(await work(things)),
    ['its owner'],
  ],
  'the picture of a work in a draft': [
    async (things) => {
      const [artworkId, show] = [await work(things), await showBy(things, { status: 'DRAFT' })]
      await db.hanging.create({ data: { roomId: show.roomId, artworkId, wall: 'north', slot: 0 } })
      return pictureOf(artworkId)
    },
    [...curators, 'its owner', 'an adviser'],
  ],
  'earlier pictures of a work': [
    async (things) => {
      const [artworkId, other] = [await work(things), await work(things)]
      const { pictureId } = await db.artwork.findUniqueOrThrow({ where: { id: other } })
      await db.earlierPicture.create({ data: { artworkId, pictureId } })
      return (viewer) => isThere(listEarlierPictures(artworkId, viewer))
    },
    ['its owner'],
  ],
  'a tour that is being written': [
    async (things) => {
      const { id: exhibitionId, slug } = await showBy(things)
      const words = { titleEn: 'T', titleZh: '题', textEn: '', textZh: '' }
      await db.tour.create({ data: { exhibitionId, position: 0, ...words } })
      return (viewer) => isThere(listTours(slug, viewer))
    },
    // Curators of the house look on at what somebody else was named for; advisers do not write.
    ['OPERATOR', 'its owner'],
  ],
  'a line of a book that was hidden': [
    async (things) => {
      const { id: exhibitionId, slug } = await showBy(things)
      const personId = (await makePerson('GUEST')).id
      await db.bookEntry.create({ data: { exhibitionId, personId, text: 'Rude', name: '', hiddenAt: new Date() } })
      return async (viewer) => (await readBook(slug, undefined, viewer)).entries.length > 0
    },
    ['OPERATOR', 'its owner'],
  ],
  'a page that is closed': [
    async ({ owner }) => {
      return (viewer) => isThere(readArtistPage(owner.id, viewer))
    },
    ['its owner'],
  ],
  'a collection on an open page': [
    async ({ owner }) => {
      await setPage({ isOpen: true, statement: { en: '', zh: '' } }, owner)
      const { id: collectionId } = await makeCollection({ kind: 'COLLECTION', title: 'Light' }, owner)
      await changeCollection(collectionId, { isPublic: true }, owner)
      return (viewer) => isThere(readShownCollection({ artistId: owner.id, collectionId }, viewer))
    },
    all,
  ],
  'a collection on a closed page': [
    async ({ owner }) => {
      const { id: collectionId } = await makeCollection({ kind: 'COLLECTION', title: 'Light' }, owner)
      await changeCollection(collectionId, { isPublic: true }, owner)
      return (viewer) => isThere(readShownCollection({ artistId: owner.id, collectionId }, viewer))
    },
    ['its owner'],
  ],
  'the way to the desk': [
    async (things) => {
      await showBy(things, { status: 'DRAFT' })
      return async (viewer) => viewer !== null && hasDesk(viewer)
    },
    [...curators, 'an adviser'],
  ],
}

const cases = Object.entries(sights).flatMap(([name, row]) => callers.map((caller) => [caller, name, ...row] as const))

test.each(cases)('%s: %s', async (caller, _name, make, seenBy) => {
  const things = { owner: await makePerson(), adviser: await makePerson('VISITOR') }
  const sees = await make(things)
  const viewers: Partial<Record<Caller, Viewer | null>> = {
    nobody: null,
    'its owner': things.owner,
    'an adviser': things.adviser,
  }
  const viewer = viewers[caller]
  const asked =
    viewer === undefined ? await makePerson(caller as Exclude<Caller, 'nobody' | 'its owner' | 'an adviser'>) : viewer
  expect(await sees(asked)).toBe(seenBy.includes(caller))
})
