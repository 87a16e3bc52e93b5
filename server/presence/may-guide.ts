import { hasRole } from '@/server/accounts/require-role'
import type { Viewer } from '@/server/accounts/viewer'
import { db } from '@/server/platform/db'
import { editorsSelect, isEditor } from '@/server/tours/may-edit'

/** Whether somebody may let others follow them through an exhibition: the house's curators anywhere, and whoever may edit it. */
export async function mayGuide(viewer: Viewer | null, exhibitionId: string): Promise<boolean> {
  if (!viewer || viewer.isGuest) return false
  if (hasRole(viewer, 'CURATOR')) return true
  const exhibition = await db.exhibition.findUnique({ where: { id: exhibitionId }, select: editorsSelect })
  return exhibition !== null && isEditor(viewer, exhibition)
}
