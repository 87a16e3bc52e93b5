import type { SubmitPortraitBody } from '@/lib/contracts/portraits'
import type { Viewer } from '@/server/accounts/viewer'
import { submitArtwork } from '@/server/exhibitions/submit-artwork'
import { db } from '@/server/platform/db'
import { becomeArtwork } from './become-artwork'

/** Offers a finished portrait to an exhibition with an open call. Throws account_needed, not_found, not_finished, conflict (offered before). */
export async function submitPortrait(
  orderId: string,
  viewer: Viewer,
  body: SubmitPortraitBody,
): Promise<{ artworkId: string; submissionId: string }> {
  return db.$transaction(async (tx) => {
    const artworkId = await becomeArtwork(tx, orderId, viewer, body)
    const { submissionId } = await submitArtwork({ artworkId, exhibition: body.exhibition }, viewer, tx)
    return { artworkId, submissionId }
  })
}
