import { redirect } from 'next/navigation'
import type { Role } from '@/lib/contracts/common'
import { hasRole } from '@/server/accounts/require-role'
import type { Viewer } from '@/server/accounts/viewer'
import { getViewer } from '@/server/http/viewer'

/**
 * Who sits at the desk. Strangers are sent to sign in and come back to `path`; null for members without the role, to whom the page
 * is not there.
 */
export async function enterDesk(path: string, role: Role = 'CURATOR'): Promise<Viewer | null> {
  const viewer = await getViewer()
  if (!viewer || viewer.isGuest) redirect(`/sign-in?next=${encodeURIComponent(path)}`)
  return hasRole(viewer, role) ? viewer : null
}
