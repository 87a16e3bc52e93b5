import type { OfferBody } from '@/lib/contracts/submissions'
import type { Viewer } from '@/server/accounts/viewer'
import { db } from '@/server/platform/db'
import { submitArtwork } from './submit-artwork'

/** `submitArtwork` as an act of its own. */
export function offerWork(offer: OfferBody, viewer: Viewer | null): Promise<{ submissionId: string }> {
  return db.$transaction((tx) => submitArtwork(offer, viewer, tx))
}
