import { createHash } from 'node:crypto'
import type { Prisma } from '@/generated/prisma/client'
import { slugSchema } from '@/lib/contracts/common'
import type { ExhibitionView } from '@/lib/contracts/exhibitions'
import { planSchema } from '@/lib/hanging/plan'
import { hasRole } from '@/server/accounts/require-role'
import type { Viewer } from '@/server/accounts/viewer'
import { artworkSelect, artworkTags, artworkView } from '@/server/artworks/artwork-view'
import { catalogueRules, sizeOf } from '@/server/artworks/catalogue-rules'
import { readLikeCounts, withLikeCount } from '@/server/artworks/with-like-counts'
import { namedCache } from '@/server/cache/named-cache'
import { tags } from '@/server/cache/tags'
import { catalogueDb } from '@/server/platform/catalogue-db'
import { cardFields, coverOf, exhibitionColumns, hangingColumns } from './exhibition-card'
import { inWalkingOrder } from './in-walking-order'
import { isOpenNow } from './is-open-now'
import { readNextHour } from './next-hour'

interface SharedView {
  view: ExhibitionView
  artworkIds: string[]
  /** Names the set of works. */
  countsKey: string
}

const views = namedCache<SharedView>({ name: 'exhibitions', ...catalogueRules })

/**
 * One exhibition with everything that hangs in it, in walking order. Null where there is none that this person may enter: open
 * ones are for everyone, others for their owner, for who works on them and for curators. Any text may be given as slug.
 */
export async function readExhibition(slug: string, viewer: Viewer | null): Promise<ExhibitionView | null> {
  if (!slugSchema.safeParse(slug).success) return null
  return (await readOpen(slug)) ?? (viewer ? readAs(slug, viewer) : null)
}

/** What everybody sees; the only part that is kept. */
async function readOpen(slug: string): Promise<ExhibitionView | null> {
  const served = await views.read(slug, async () => {
    const until = await readNextHour()
    const now = new Date()
    const row = await findEnterable(slug, null, now)
    if (!row) return null
    const view = exhibitionView(row, now)
    const works = row.rooms.flatMap((room) => room.hangings.map(({ artwork }) => artwork))
    const artworkIds = works.map(({ id }) => id)
    const countsKey = createHash('sha256').update(artworkIds.join()).digest('base64url')
    const owner = row.owner ? [tags.person(row.owner.id)] : []
    const madeFrom = [tags.exhibitions, tags.exhibition(row.id), ...owner, ...works.flatMap(artworkTags)]
    return { value: { view, artworkIds, countsKey }, tags: new Set(madeFrom), bytes: sizeOf(view), until }
  })
  if (!served) return null
  const { view, artworkIds, countsKey } = served.value
  const counts = await readLikeCounts(countsKey, artworkIds)
  const rooms = view.rooms.map((room) => ({
    ...room,
    hangings: room.hangings.map((hanging) => ({ ...hanging, artwork: withLikeCount(hanging.artwork, counts) })),
  }))
  return { ...view, rooms }
}

async function readAs(slug: string, viewer: Viewer): Promise<ExhibitionView | null> {
  const now = new Date()
  const row = await findEnterable(slug, viewer, now)
  return row && exhibitionView(row, now)
}

function findEnterable(slug: string, viewer: Viewer | null, now: Date) {
  return catalogueDb.exhibition.findFirst({
    where: { AND: [{ slug }, mayEnter(viewer, now)] },
    select: viewSelect(now),
  })
}

function mayEnter(viewer: Viewer | null, now: Date): Prisma.ExhibitionWhereInput {
  if (hasRole(viewer, 'CURATOR')) return {}
  if (!viewer) return isOpenNow(now)
  return { OR: [isOpenNow(now), { ownerId: viewer.id }, { curators: { some: { personId: viewer.id } } }] }
}

function viewSelect(now: Date) {
  return {
    ...exhibitionColumns,
    rooms: {
      orderBy: { position: 'asc' },
      select: {
        id: true,
        nameEn: true,
        nameZh: true,
        plan: true,
        hangings: {
          where: { artwork: { hiddenAt: null } },
          select: { ...hangingColumns, artwork: { select: artworkSelect(now) } },
        },
      },
    },
  } as const satisfies Prisma.ExhibitionSelect
}

type ViewRow = Prisma.ExhibitionGetPayload<{ select: ReturnType<typeof viewSelect> }>

function exhibitionView(row: ViewRow, now: Date): ExhibitionView {
  const rooms = row.rooms.map((room) => ({
    id: room.id,
    name: { en: room.nameEn, zh: room.nameZh },
    plan: planSchema.parse(room.plan),
    hangings: inWalkingOrder(room.plan, room.hangings).map(({ artwork, ...place }) => ({
      ...place,
      artwork: artworkView(artwork),
    })),
  }))
  const works = rooms.flatMap((room) => room.hangings.map(({ artwork }) => artwork))
  return { ...cardFields(row, now), workCount: works.length, cover: coverOf(row, works)?.picture ?? null, rooms }
}
