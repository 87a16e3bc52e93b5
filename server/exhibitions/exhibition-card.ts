import type { Prisma } from '@/generated/prisma/client'
import type { ExhibitionCard } from '@/lib/contracts/exhibitions'
import { pictureSelect, pictureView } from '@/server/storage/picture-view'
import { inWalkingOrder } from './in-walking-order'
import { callSelect, takesNow } from './takes-submissions'

/** An exhibition's own columns, as cards and views show them. */
export const exhibitionColumns = {
  id: true,
  slug: true,
  titleEn: true,
  titleZh: true,
  textEn: true,
  textZh: true,
  opensAt: true,
  ...callSelect,
  callTextEn: true,
  callTextZh: true,
  coverArtworkId: true,
  owner: { select: { id: true, name: true, pageOpenedAt: true, hiddenAt: true, bannedAt: true } },
} as const satisfies Prisma.ExhibitionSelect

/** Where a hanging is. */
export const hangingColumns = {
  id: true,
  wall: true,
  slot: true,
  along: true,
  centreHeight: true,
} as const satisfies Prisma.HangingSelect

/** What an ExhibitionCard is made of. */
export const cardSelect = {
  ...exhibitionColumns,
  rooms: {
    orderBy: { position: 'asc' },
    select: {
      plan: true,
      hangings: {
        where: { artwork: { hiddenAt: null } },
        select: {
          ...hangingColumns,
          artwork: {
            select: { id: true, widthCm: true, heightCm: true, visibility: true, picture: { select: pictureSelect } },
          },
        },
      },
    },
  },
} as const satisfies Prisma.ExhibitionSelect

export type ExhibitionColumns = Prisma.ExhibitionGetPayload<{ select: typeof exhibitionColumns }>
type CardRow = Prisma.ExhibitionGetPayload<{ select: typeof cardSelect }>

export function exhibitionCard(row: CardRow, now = new Date()): ExhibitionCard {
  const hangings = row.rooms.flatMap((room) => inWalkingOrder(room.plan, room.hangings))
  const works = hangings.map(({ artwork }) => artwork)
  const cover = coverOf(row, works)
  return {
    ...cardFields(row, now),
    workCount: hangings.length,
    cover: cover ? pictureView(cover.picture, cover.visibility) : null,
  }
}

/** The work that the curators chose to stand for an exhibition, while it hangs there; else the first that one meets. */
export function coverOf<Work extends { id: string }>(
  { coverArtworkId }: { coverArtworkId: string | null },
  works: Work[],
): Work | undefined {
  return works.find(({ id }) => id === coverArtworkId) ?? works[0]
}

/** A card without what hangs there. */
export function cardFields(row: ExhibitionColumns, now: Date): Omit<ExhibitionCard, 'workCount' | 'cover'> {
  return {
    id: row.id,
    slug: row.slug,
    kind: row.kind,
    status: presentStatus(row, now),
    title: { en: row.titleEn, zh: row.titleZh },
    text: { en: row.textEn, zh: row.textZh },
    opensAt: row.opensAt?.toISOString() ?? null,
    closesAt: row.closesAt?.toISOString() ?? null,
    ...callFields(row, now),
    ownerName: row.kind === 'OWN_ROOM' ? (row.owner?.name ?? null) : null,
    artistId: row.kind === 'OWN_ROOM' ? artistOf(row.owner) : null,
  }
}

function artistOf(owner: ExhibitionColumns['owner']): string | null {
  const isOpen = owner?.pageOpenedAt && !owner.hiddenAt && !owner.bannedAt
  return isOpen ? owner.id : null
}

function callFields(row: ExhibitionColumns, now: Date) {
  if (!takesNow(row, now)) return { isOpenCall: false, callClosesAt: null, callText: { en: '', zh: '' } }
  const callClosesAt = row.callClosesAt?.toISOString() ?? null
  return { isOpenCall: true, callClosesAt, callText: { en: row.callTextEn, zh: row.callTextZh } }
}

/** The clock opens and closes exhibitions; the column only says what was decided. */
export function presentStatus(
  { status, opensAt, closesAt }: Pick<ExhibitionColumns, 'status' | 'opensAt' | 'closesAt'>,
  now: Date,
): ExhibitionCard['status'] {
  const isRunning = status === 'OPEN' || (status === 'SCHEDULED' && opensAt !== null && opensAt <= now)
  if (!isRunning) return status
  return closesAt !== null && closesAt <= now ? 'CLOSED' : 'OPEN'
}
