import { type Role, roles } from '@/lib/contracts/common'
import { fail } from '@/server/platform/errors'
import type { Viewer } from './viewer'

/** Each role may do what those before it may. */
export function hasRole(viewer: Viewer | null, role: Role): boolean {
  return viewer !== null && !viewer.isGuest && roles.indexOf(viewer.role) >= roles.indexOf(role)
}

/** @throws {HouseError} not_signed_in, account_needed for a guest, forbidden for a lesser role */
export function requireRole(viewer: Viewer | null, role: Role): Viewer {
  const member = requireAccount(viewer)
  return hasRole(member, role) ? member : fail('forbidden')
}

/** @throws {HouseError} not_signed_in, account_needed for a guest */
export function requireAccount(viewer: Viewer | null): Viewer {
  if (!viewer) fail('not_signed_in')
  return viewer.isGuest ? fail('account_needed') : viewer
}
