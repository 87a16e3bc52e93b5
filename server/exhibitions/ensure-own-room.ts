import { randomBytes } from 'node:crypto'
import { rectangularPlan } from '@/lib/hanging/rectangular-plan'
import { requireAccount } from '@/server/accounts/require-role'
import type { Viewer } from '@/server/accounts/viewer'
import { recordAudit } from '@/server/audit/record'
import { announceChange } from '@/server/cache/announce-change'
import { tags } from '@/server/cache/tags'
import type { Transaction } from '@/server/platform/db'

export interface OwnRoom {
  exhibitionId: string
  roomId: string
  slug: string
}

/**
 * A person's own room, made at the first call; open to everyone from then on. The person is locked, so that two calls make one.
 *
 * @throws {HouseError} not_signed_in, account_needed
 */
export async function ensureOwnRoom(viewer: Viewer | null, tx: Transaction): Promise<OwnRoom> {
  const owner = requireAccount(viewer)
  const [locked] = await tx.$queryRaw<{ hiddenAt: Date | null }[]>`
    SELECT "hiddenAt" FROM "Person" WHERE "id" = ${owner.id} FOR NO KEY UPDATE`
  const select = {
    id: true,
    slug: true,
    rooms: { select: { id: true }, orderBy: { position: 'asc' }, take: 1 },
  } as const
  const present = await tx.exhibition.findFirst({ where: { kind: 'OWN_ROOM', ownerId: owner.id }, select })
  const exhibition = present ?? (await tx.exhibition.create({ data: newRoom(owner, locked?.hiddenAt != null), select }))
  const [room] = exhibition.rooms
  if (!room) throw new Error(`own room ${exhibition.id} has no room`)
  if (!present) {
    const subject = { subjectType: 'exhibition' as const, subjectId: exhibition.id }
    await recordAudit(tx, { actorId: owner.id, action: 'exhibition.own-room-made', ...subject })
    await announceChange(tx, [tags.exhibitions])
  }
  return { exhibitionId: exhibition.id, roomId: room.id, slug: exhibition.slug }
}

function newRoom(owner: Viewer, isHidden: boolean) {
  return {
    slug: `room-${randomBytes(6).toString('hex')}`,
    kind: 'OWN_ROOM' as const,
    ownerId: owner.id,
    // As that of somebody who was hidden when they had one already.
    status: isHidden ? ('CLOSED' as const) : ('OPEN' as const),
    titleEn: `${owner.name}'s room`,
    titleZh: `${owner.name}的展厅`,
    rooms: {
      create: { position: 0, nameEn: 'Room', nameZh: '展厅', plan: rectangularPlan({ width: 10, depth: 8 }) },
    },
  }
}
