import { db } from '@/server/platform/db'
import { signOut } from './sign-out'
import type { Viewer } from './viewer'

/** Ends every session of a person, on all their devices. Returns the Set-Cookie lines for the one they called from. */
export async function signOutEverywhere(viewer: Viewer, headers: Headers): Promise<string[]> {
  await db.session.deleteMany({ where: { personId: viewer.id } })
  return signOut(viewer, headers)
}
