import type { Viewer } from '@/server/accounts/viewer'
import { db } from '@/server/platform/db'

/** Id of the room that is a person's own; null while they have none. */
export async function findOwnRoom({ id: ownerId }: Viewer): Promise<string | null> {
  const where = { exhibition: { kind: 'OWN_ROOM' as const, ownerId } }
  const room = await db.room.findFirst({ where, orderBy: { position: 'asc' }, select: { id: true } })
  return room?.id ?? null
}
