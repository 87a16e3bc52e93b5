import { hasRole } from '@/server/accounts/require-role'
import type { Viewer } from '@/server/accounts/viewer'
import { db } from '@/server/platform/db'

/** Whether somebody has anything at the desk: as a curator of the house, or named on an exhibition. */
export async function hasDesk(viewer: Viewer): Promise<boolean> {
  if (hasRole(viewer, 'CURATOR')) return true
  return (await db.exhibitionCurator.findFirst({ where: { personId: viewer.id }, select: { role: true } })) !== null
}
