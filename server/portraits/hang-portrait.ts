import type { HangPortraitBody } from '@/lib/contracts/portraits'
import type { Viewer } from '@/server/accounts/viewer'
import { ensureOwnRoom } from '@/server/exhibitions/ensure-own-room'
import { hangArtwork } from '@/server/exhibitions/hang-artwork'
import { db } from '@/server/platform/db'
import { becomeArtwork } from './become-artwork'

/** Hangs a finished portrait in its artist's own room, for all to see. Throws account_needed, not_found, not_finished, already_hung, room_full. */
export async function hangPortrait(
  orderId: string,
  viewer: Viewer,
  label: HangPortraitBody,
): Promise<{ artworkId: string; roomSlug: string }> {
  return db.$transaction(async (tx) => {
    const artworkId = await becomeArtwork(tx, orderId, viewer, label)
    const room = await ensureOwnRoom(viewer, tx)
    await hangArtwork({ artworkId, roomId: room.roomId, actorId: viewer.id }, tx)
    return { artworkId, roomSlug: room.slug }
  })
}
