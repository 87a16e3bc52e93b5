import { planSchema } from '@/lib/hanging/plan'
import { recordAudit } from '@/server/audit/record'
import { announceChange } from '@/server/cache/announce-change'
import { tags } from '@/server/cache/tags'
import type { Transaction } from '@/server/platform/db'
import { fail } from '@/server/platform/errors'
import { freePlace, type Place } from './free-place'

interface HangingWish {
  artworkId: string
  roomId: string
  /** Who hangs it, for the audit; left out for the house itself. */
  actorId?: string
  wall?: string
  slot?: number
}

/**
 * Hangs a work for all to see. Who may do so is for the caller to decide: this is a part of other acts, never one of its own. The
 * room is locked, so that two works hung at once get two places.
 *
 * @throws {HouseError} not_found, work_hidden, already_hung, room_full, conflict
 */
export async function hangArtwork(wish: HangingWish, tx: Transaction): Promise<Place & { hangingId: string }> {
  const { artworkId, roomId, actorId = null } = wish
  await tx.$queryRaw`SELECT 1 FROM "Room" WHERE "id" = ${roomId} FOR UPDATE`
  const room = await tx.room.findUnique({
    where: { id: roomId },
    select: {
      exhibitionId: true,
      plan: true,
      hangings: {
        select: { artworkId: true, wall: true, slot: true, along: true, artwork: { select: { widthCm: true } } },
      },
    },
  })
  const artwork = await tx.artwork.findUnique({
    where: { id: artworkId },
    select: { widthCm: true, hiddenAt: true, ownerId: true },
  })
  if (!room || !artwork) fail('not_found')
  if (artwork.hiddenAt) fail('work_hidden')
  if (room.hangings.some((hanging) => hanging.artworkId === artworkId)) fail('already_hung')
  const place = freePlace(planSchema.parse(room.plan), room.hangings, { ...wish, widthCm: artwork.widthCm })
  const hanging = await tx.hanging.create({
    data: { roomId, artworkId, ...place, changedById: actorId },
    select: { id: true },
  })
  await tx.artwork.update({ where: { id: artworkId }, data: { visibility: 'PUBLIC' } })
  const subject = { subjectType: 'artwork' as const, subjectId: artworkId }
  await recordAudit(tx, { actorId, action: 'artwork.hung', ...subject, detail: { roomId, ...place } })
  const pages = artwork.ownerId === null ? [] : [tags.person(artwork.ownerId)]
  await announceChange(tx, [tags.artwork(artworkId), tags.exhibition(room.exhibitionId), ...pages])
  return { hangingId: hanging.id, ...place }
}
