import type { CuratorRole, DeskAction } from '@/lib/contracts/desk'
import { requireAccount } from '@/server/accounts/require-role'
import type { Viewer } from '@/server/accounts/viewer'
import type { Transaction } from '@/server/platform/db'
import { fail } from '@/server/platform/errors'
import { requireDeskAction } from './require-desk-action'

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
  await tx.$queryRaw`SELECT 1 FROM "Room" WHERE "id" = ${roomId} FOR UPDATE`
  const room = await tx.room.findUnique({ where: { id: roomId }, select: { exhibitionId: true } })
  if (!room) fail('not_found')
  return { ...(await requireDeskAction(room.exhibitionId, action, viewer, tx)), exhibitionId: room.exhibitionId }
}
