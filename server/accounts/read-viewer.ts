import { db } from '@/server/platform/db'
import { viewerOf } from './resolve-session'
import type { Viewer } from './viewer'

/** The person of this id as a viewer. They must be there. */
export async function readViewer(personId: string): Promise<Viewer> {
  return viewerOf(await db.person.findUniqueOrThrow({ where: { id: personId } }))
}
