import type { Me } from '@/lib/contracts/accounts'
import { db } from '@/server/platform/db'
import type { Viewer } from './viewer'

/** Who is looking, with the slug of their own room once something hangs there. */
export async function readMe(viewer: Viewer | null): Promise<Me> {
  if (!viewer) return { person: null }
  const room = await db.exhibition.findFirst({
    where: { kind: 'OWN_ROOM', ownerId: viewer.id, rooms: { some: { hangings: { some: {} } } } },
    select: { slug: true },
  })
  return { person: { ...viewer, roomSlug: room?.slug ?? null } }
}
