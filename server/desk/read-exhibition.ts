import type { Prisma } from '@/generated/prisma/client'
import type { DeskExhibition } from '@/lib/contracts/desk'
import { roomLoad } from '@/lib/hanging/budget'
import { planSchema } from '@/lib/hanging/plan'
import { boundsOf } from '@/lib/hanging/walls'
import type { Viewer } from '@/server/accounts/viewer'
import { hangingColumns, presentStatus } from '@/server/exhibitions/exhibition-card'
import { inWalkingOrder } from '@/server/exhibitions/in-walking-order'
import { type Database, db } from '@/server/platform/db'
import { deskWork, deskWorkSelect } from './desk-work'
import { findProblems } from './find-problems'
import { requireDeskAction } from './require-desk-action'

export const deskHangingSelect = {
  ...hangingColumns,
  version: true,
  artwork: { select: deskWorkSelect },
} as const satisfies Prisma.HangingSelect

export function deskHanging(row: Prisma.HangingGetPayload<{ select: typeof deskHangingSelect }>) {
  return { ...row, artwork: deskWork(row.artwork) }
}

/**
 * One exhibition as its curators see it, with what keeps it from being shown.
 *
 * @throws {HouseError} as requireDeskAction
 */
export async function readDeskExhibition(
  exhibitionId: string,
  viewer: Viewer | null,
  tx: Database = db,
): Promise<DeskExhibition> {
  const { role } = await requireDeskAction(exhibitionId, 'look', viewer, tx)
  const row = await tx.exhibition.findUniqueOrThrow({
    where: { id: exhibitionId },
    include: {
      curators: { orderBy: { createdAt: 'asc' }, select: { role: true, person: { select: { id: true, name: true } } } },
      rooms: { orderBy: { position: 'asc' }, include: { hangings: { select: deskHangingSelect } } },
    },
  })
  const rooms = row.rooms.map(({ plan, hangings, ...room }) => ({
    ...room,
    plan: planSchema.parse(plan),
    hangings: inWalkingOrder(plan, hangings.map(deskHanging)),
  }))
  const works = new Map(rooms.flatMap(({ hangings }) => hangings.map(({ artwork }) => [artwork.id, artwork])))
  return {
    id: row.id,
    status: presentStatus(row, new Date()),
    fields: exhibitionFields(row),
    myRole: role,
    curators: row.curators.map((curator) => ({
      personId: curator.person.id,
      name: curator.person.name,
      role: curator.role,
    })),
    rooms: rooms.map(roomCard),
    works: [...works.values()],
    problems: findProblems({ ...row, rooms }),
  }
}

type FieldColumns = Pick<
  Prisma.ExhibitionGetPayload<Record<never, never>>,
  Exclude<keyof DeskExhibition['fields'], 'opensAt' | 'closesAt'> | 'opensAt' | 'closesAt'
>

/** The columns that `changeExhibition` changes, as they go to browsers. */
export function exhibitionFields(row: FieldColumns): DeskExhibition['fields'] {
  const { slug, titleEn, titleZh, textEn, textZh, timeZone, isOpenCall, coverArtworkId } = row
  const hours = { opensAt: row.opensAt?.toISOString() ?? null, closesAt: row.closesAt?.toISOString() ?? null }
  return { slug, titleEn, titleZh, textEn, textZh, ...hours, timeZone, isOpenCall, coverArtworkId }
}

function roomCard(room: {
  id: string
  nameEn: string
  nameZh: string
  plan: ReturnType<typeof planSchema.parse>
  hangings: ReturnType<typeof deskHanging>[]
}) {
  const bounds = boundsOf([room.plan])
  const load = roomLoad(room.hangings.map(({ artwork }) => artwork.picture))
  return {
    id: room.id,
    name: { en: room.nameEn, zh: room.nameZh },
    architecture: room.plan.architecture,
    width: bounds.maxX - bounds.minX,
    depth: bounds.maxZ - bounds.minZ,
    plan: room.plan,
    widthsCm: room.hangings.map(({ artwork }) => artwork.widthCm),
    placedByHand: room.hangings.filter(({ along }) => along !== null).length,
    workCount: load.works,
    textureBytes: load.textureBytes,
  }
}
