import type { Viewer } from '@/server/accounts/viewer'
import { db } from '@/server/platform/db'
import { ensureOwnRoom } from './ensure-own-room'

/** A person's own room, which is there and open from then on; safe to repeat. Throws not_signed_in, account_needed. */
export async function openOwnRoom(viewer: Viewer | null): Promise<{ roomId: string; slug: string }> {
  const { roomId, slug } = await db.$transaction((tx) => ensureOwnRoom(viewer, tx))
  return { roomId, slug }
}
