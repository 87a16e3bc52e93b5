import type { OfferBody } from '@/lib/contracts/submissions'
import { requireAccount } from '@/server/accounts/require-role'
import type { Viewer } from '@/server/accounts/viewer'
import { recordAudit } from '@/server/audit/record'
import { requireFeature } from '@/server/house/require-feature'
import type { Transaction } from '@/server/platform/db'
import { fail } from '@/server/platform/errors'
import { takesSubmissions } from './takes-submissions'

type Offer = Omit<OfferBody, 'message'> & Partial<Pick<OfferBody, 'message'>>

/**
 * Offers one's own work to an exhibition, or offers it again after it was not accepted. It stays private, but curators may see it.
 *
 * @throws {HouseError} not_signed_in, account_needed; not_found for a work of others or without an open call that takes works now;
 *   submissions_off; work_hidden; conflict while the offer waits or when it was accepted
 */
export async function submitArtwork(
  { artworkId, exhibition: slug, message = '' }: Offer,
  viewer: Viewer | null,
  tx: Transaction,
): Promise<{ submissionId: string }> {
  const person = requireAccount(viewer)
  await requireFeature('submissions')
  const exhibition = await tx.exhibition.findFirst({ where: { slug, ...takesSubmissions() }, select: { id: true } })
  const artwork = await tx.artwork.findFirst({
    where: { id: artworkId, ownerId: person.id },
    select: { hiddenAt: true },
  })
  if (!exhibition || !artwork) fail('not_found')
  if (artwork.hiddenAt) fail('work_hidden')
  const data = { exhibitionId: exhibition.id, artworkId, personId: person.id }
  // Skipping instead of failing keeps the caller's transaction usable, and two offers at once make one.
  const [added] = await tx.submission.createManyAndReturn({ data, skipDuplicates: true, select: { id: true } })
  const submission = added ?? (await offerAgain(data, tx))
  const step = { submissionId: submission.id, kind: 'OFFERED' as const, note: message, byId: person.id }
  await tx.submissionStep.create({ data: step })
  const subject = { subjectType: 'submission' as const, subjectId: submission.id }
  const action = added ? 'submission.offered' : 'submission.offered-again'
  await recordAudit(tx, { actorId: person.id, action, ...subject, detail: data })
  return { submissionId: submission.id }
}

/** One statement, so that it never brings back what a curator accepts at the same moment. */
async function offerAgain(which: { exhibitionId: string; artworkId: string }, tx: Transaction) {
  const [submission] = await tx.submission.updateManyAndReturn({
    where: { ...which, status: 'DECLINED' },
    data: { status: 'PENDING', wantsChanges: false, decidedById: null, decidedAt: null, submittedAt: new Date() },
    select: { id: true },
  })
  return submission ?? fail('conflict')
}
