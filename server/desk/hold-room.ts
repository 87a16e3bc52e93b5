import type { CuratorRole, DeskAction } from '@/lib/contracts/desk'
import { requireAccount } from '@/server/accounts/require-role'
import type { Viewer } from '@/server/accounts/viewer'
import type { Transaction } from '@/server/platform/db'
import { fail } from '@/server/platform/errors'
import { requireDeskAction, requireRoomAction } from './require-desk-action'

/**
 * Locks a room for a change of what is in it, and asks whether this person may make it. The room's lock is the one that `hangArtwork`
 * takes.
 *
 * @throws {HouseError} as requireDeskAction
 */
export async function holdRoom(
  roomId: string,
  action: DeskAction,
  viewer: Viewer | null,
  tx: Transaction,
): Promise<{ curator: Viewer; role: CuratorRole; exhibitionId: string }> {
  requireAccount(viewer)
  const exhibitionId = await lockRoom(roomId, tx)
  return { ...(await requireDeskAction(exhibitionId, action, viewer, tx)), exhibitionId }
}

/**
 * The same for what hangs there, which in a room of one's own its owner may change as well.
 *
 * @throws {HouseError} as requireDeskAction
 */
export async function holdRoomToHang(roomId: string, viewer: Viewer | null, tx: Transaction) {
  requireAccount(viewer)
  const exhibitionId = await lockRoom(roomId, tx)
  return { ...(await requireRoomAction(exhibitionId, 'edit', viewer, tx)), exhibitionId }
}

async function lockRoom(roomId: string, tx: Transaction): Promise<string> {
  await tx.$queryRaw`SELECT 1 FROM "Room" WHERE "id" = ${roomId} FOR UPDATE`
  const room = await tx.room.findUnique({ where: { id: roomId }, select: { exhibitionId: true } })
  return room?.exhibitionId ?? fail('not_found')
}
