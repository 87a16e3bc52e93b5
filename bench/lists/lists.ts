import type { Viewer } from '@/server/accounts/viewer'
import { listOwnWorks } from '@/server/artists/own-works'
import { readArtistPage } from '@/server/artists/read-artist-page'
import { readArtwork } from '@/server/artworks/read-artwork'
import { listAudit } from '@/server/audit/list-audit'
import { listCollections } from '@/server/collections/list-collections'
import { readCollection } from '@/server/collections/read-collection'
import { readShownCollection } from '@/server/collections/read-shown-collection'
import { listComments } from '@/server/comments/list-comments'
import { listDepot } from '@/server/depot/list-depot'
import { listRoomDepot } from '@/server/desk/list-depot'
import { listDeskExhibitions } from '@/server/desk/list-exhibitions'
import { listTrail } from '@/server/desk/list-trail'
import { listFavourites } from '@/server/engagement/list-favourites'
import { listCalls } from '@/server/exhibitions/list-calls'
import { listOpenCalls } from '@/server/exhibitions/list-open-calls'
import { listOpenExhibitions } from '@/server/exhibitions/list-open-exhibitions'
import { listMySubmissions, listSubmissions } from '@/server/exhibitions/list-submissions'
import { readExhibition } from '@/server/exhibitions/read-exhibition'
import { readExhibitionFigures } from '@/server/figures/read-exhibition-figures'
import { readHouseFigures } from '@/server/figures/read-house-figures'
import { listFollowing } from '@/server/follows/list-following'
import { listCases } from '@/server/moderation/list-cases'
import { listNotices } from '@/server/notices/list-notices'
import { listPeople } from '@/server/people/list-people'
import { listStorage } from '@/server/people/list-storage'
import { listPortraits } from '@/server/portraits/list-portraits'
import { listSetAside } from '@/server/portraits/list-set-aside'
import { readQueue } from '@/server/portraits/read-queue'
import { readBook } from '@/server/visitors-book/read-book'
import { idOf } from './fill-house'

const viewerOf = (number: number, role: Viewer['role']): Viewer => {
  return { id: idOf('person', number), name: 'Ada', email: 'ada@example.org', isGuest: false, role }
}
const operator = viewerOf(1, 'OPERATOR')
const curator = viewerOf(2, 'CURATOR')
/** Has thousands of works, and thousands of everything else. */
const [artist, collector] = [viewerOf(13, 'ARTIST'), viewerOf(15, 'ARTIST')]
/** Written under and liked more than any other; in the depot. */
const work = idOf('artwork', 1)
const [show, room] = [idOf('exhibition', 400), idOf('room', 400)]

interface Page {
  /** Rows that the list gives, by which primary key finds them again. */
  table: string
  ids: string[]
  nextCursor: string | null
}

type Row = { id: string }
const pageOf = (table: string, rows: readonly Row[], nextCursor: string | null = null): Page => {
  return { table: `"${table}"`, ids: rows.map(({ id }) => id), nextCursor }
}
const works = (rows: readonly { artwork: Row }[], nextCursor: string | null = null) =>
  pageOf(
    'Artwork',
    rows.map(({ artwork }) => artwork),
    nextCursor,
  )

/** Every list of the product, as its domain function asks for it. Those with a cursor are measured far down as well. */
export const lists: Record<string, (cursor?: string) => Promise<Page>> = {
  'exhibitions on view': async (cursor) => {
    const found = await listOpenExhibitions(cursor)
    return pageOf('Exhibition', found.exhibitions, found.nextCursor)
  },
  'calls that may be answered': async (cursor) => {
    const found = await listOpenCalls(cursor)
    return pageOf('Exhibition', [], found.nextCursor)
  },
  "an exhibition's works": async () => {
    const found = await readExhibition('show-400', null)
    return works(found?.rooms.flatMap(({ hangings }) => hangings) ?? [])
  },
  'a work and where it hangs': async () =>
    pageOf(
      'Artwork',
      [await readArtwork(work, null)].filter((one) => one !== null),
    ),
  "an artist's page": async (cursor) => {
    const found = await readArtistPage(artist.id, null, { cursor })
    return pageOf('Artwork', found?.works ?? [], found?.nextCursor)
  },
  'a collection on its artist’s page': async (cursor) => {
    const asked = { artistId: collector.id, collectionId: idOf('collection', 16), cursor }
    const found = await readShownCollection(asked, collector)
    return works(found?.collection.entries ?? [], found?.nextCursor)
  },
  'own works': async (cursor) => {
    const found = await listOwnWorks(artist, cursor)
    return works(found.works, found.nextCursor)
  },
  'depot, all': async (cursor) => {
    const found = await listDepot({ cursor }, curator)
    return works(found.works, found.nextCursor)
  },
  'depot, a rare word': async () => works((await listDepot({ q: 'zeppelin' }, curator)).works),
  'depot, a common word': async (cursor) => {
    const found = await listDepot({ q: 'river', cursor }, curator)
    return works(found.works, found.nextCursor)
  },
  'depot, two words': async (cursor) => {
    const found = await listDepot({ q: 'river garden', cursor }, curator)
    return works(found.works, found.nextCursor)
  },
  'depot, a word that is nowhere': async () => works((await listDepot({ q: 'xylophone' }, curator)).works),
  'depot, two letters': async () => works((await listDepot({ q: 'zq' }, curator)).works),
  'depot, a rare word in Chinese': async () => works((await listDepot({ q: '飞艇' }, curator)).works),
  'depot, one letter in Chinese': async () => works((await listDepot({ q: '艇' }, curator)).works),
  'depot, a common word in Chinese': async (cursor) => {
    const found = await listDepot({ q: '作品', cursor }, curator)
    return works(found.works, found.nextCursor)
  },
  'depot, a word in Chinese that is nowhere': async () => works((await listDepot({ q: '木琴' }, curator)).works),
  'depot, a tag': async (cursor) => {
    const found = await listDepot({ tag: 'tag7', cursor }, curator)
    return works(found.works, found.nextCursor)
  },
  'depot beside a room, all': async (cursor) => {
    const found = await listRoomDepot({ roomId: room, cursor }, operator)
    return pageOf('Artwork', found.works, found.nextCursor)
  },
  'depot beside a room, a rare word': async () =>
    pageOf('Artwork', (await listRoomDepot({ roomId: room, q: 'zeppelin' }, operator)).works),
  'depot beside a room, a common word': async (cursor) => {
    const found = await listRoomDepot({ roomId: room, q: 'river', cursor }, operator)
    return pageOf('Artwork', found.works, found.nextCursor)
  },
  favourites: async (cursor) => {
    const found = await listFavourites(collector.id, cursor)
    return works(found.favourites, found.nextCursor)
  },
  follows: async (cursor) => {
    const found = await listFollowing(collector.id, cursor)
    return pageOf('Follow', found.followed, found.nextCursor)
  },
  collections: async (cursor) => {
    const found = await listCollections({ artwork: work, cursor }, collector)
    return pageOf('Collection', found.collections, found.nextCursor)
  },
  'a collection': async () => works((await readCollection(idOf('collection', 15), collector)).entries),
  comments: async (cursor) => {
    const found = await listComments(work, cursor)
    return pageOf('Comment', found.comments, found.nextCursor)
  },
  'visitors’ book': async (cursor) => {
    const found = await readBook('show-400', cursor, null)
    return pageOf('BookEntry', found.entries, found.nextCursor)
  },
  notices: async (cursor) => {
    const found = await listNotices(collector.id, cursor)
    return pageOf('Notice', found.notices, found.nextCursor)
  },
  'submissions that wait': async (cursor) => {
    const found = await listSubmissions({ status: 'PENDING', cursor }, curator)
    return pageOf('Submission', found.submissions, found.nextCursor)
  },
  'submissions to an exhibition': async (cursor) => {
    const found = await listSubmissions({ status: 'ACCEPTED', exhibition: 'show-399', cursor }, curator)
    return pageOf('Submission', found.submissions, found.nextCursor)
  },
  'own submissions': async (cursor) => {
    const found = await listMySubmissions(collector, cursor)
    return pageOf('Submission', found.submissions, found.nextCursor)
  },
  'reports that wait': async (cursor) => {
    const found = await listCases('OPEN', curator, cursor)
    return pageOf('ModerationCase', found.cases, found.nextCursor)
  },
  'reports that were upheld': async (cursor) => {
    const found = await listCases('UPHELD', curator, cursor)
    return pageOf('ModerationCase', found.cases, found.nextCursor)
  },
  'exhibitions at the desk': async (cursor) => {
    const found = await listDeskExhibitions(curator, cursor)
    return pageOf('Exhibition', found.exhibitions, found.nextCursor)
  },
  calls: async (cursor) => {
    const { nextCursor } = await listCalls(curator, cursor)
    return pageOf('Exhibition', [], nextCursor)
  },
  trail: async (cursor) => {
    const found = await listTrail(show, operator, cursor)
    return pageOf('AuditEntry', found.entries, found.nextCursor)
  },
  'own orders': async (cursor) => {
    const found = await listPortraits(collector.id, cursor)
    return pageOf('PortraitOrder', found.portraits, found.nextCursor)
  },
  'orders that were set aside': async (cursor) => {
    const found = await listSetAside(operator, cursor)
    return pageOf('PortraitOrder', found.orders, found.nextCursor)
  },
  people: async (cursor) => {
    const found = await listPeople({ q: '', filter: 'all', cursor }, operator)
    return pageOf('Person', found.people, found.nextCursor)
  },
  'people, by a part of a name': async (cursor) => {
    const found = await listPeople({ q: 'son 777', filter: 'all', cursor }, operator)
    return pageOf('Person', found.people, found.nextCursor)
  },
  'people, a name that is nowhere': async () =>
    pageOf('Person', (await listPeople({ q: 'zebedee', filter: 'all' }, operator)).people),
  curators: async () => pageOf('Person', (await listPeople({ q: '', filter: 'curators' }, operator)).people),
  guests: async (cursor) => {
    const found = await listPeople({ q: '', filter: 'guests', cursor }, operator)
    return pageOf('Person', found.people, found.nextCursor)
  },
  'who takes how much room': async (cursor) => {
    const { nextCursor } = await listStorage(operator, cursor)
    return pageOf('Person', [], nextCursor)
  },
  'everything that was done': async (cursor) => {
    const found = await listAudit({ person: '', action: '', kind: '', id: '', cursor }, operator)
    return pageOf('AuditEntry', found.entries, found.nextCursor)
  },
  'the queue': async () => {
    await readQueue(operator)
    return pageOf('PortraitOrder', [])
  },
  "an exhibition's figures": async () => {
    await readExhibitionFigures(show, '30', operator)
    return pageOf('Artwork', [])
  },
  "the house's figures": async () => {
    await readHouseFigures('30', curator)
    return pageOf('Artwork', [])
  },
}
