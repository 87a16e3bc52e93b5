import { requireAccount } from '@/server/accounts/require-role'
import type { Viewer } from '@/server/accounts/viewer'
import { recordAudit } from '@/server/audit/record'
import type { Transaction } from '@/server/platform/db'
import { fail } from '@/server/platform/errors'
import { takesSubmissions } from './takes-submissions'

interface Offer {
  artworkId: string
  /** Slug of an exhibition with an open call. */
  exhibition: string
}

/**
 * Offers one's own work to an exhibition. It stays private, but curators may see it.
 *
 * @throws {HouseError} not_signed_in, account_needed; not_found for a work of others or without an open call; conflict when it was
 *   offered there before
 */
export async function submitArtwork(
  { artworkId, exhibition: slug }: Offer,
  viewer: Viewer | null,
  tx: Transaction,
): Promise<{ submissionId: string }> {
  const person = requireAccount(viewer)
  const exhibition = await tx.exhibition.findFirst({ where: { slug, ...takesSubmissions() }, select: { id: true } })
  const artwork = await tx.artwork.findFirst({ where: { id: artworkId, ownerId: person.id }, select: { id: true } })
  if (!exhibition || !artwork) fail('not_found')
  const data = { exhibitionId: exhibition.id, artworkId, personId: person.id }
  // Skipping instead of failing keeps the caller's transaction usable, and two offers at once make one.
  const [submission] = await tx.submission.createManyAndReturn({ data, skipDuplicates: true, select: { id: true } })
  if (!submission) fail('conflict')
  const subject = { subjectType: 'submission' as const, subjectId: submission.id }
  await recordAudit(tx, { actorId: person.id, action: 'submission.offered', ...subject, detail: data })
  return { submissionId: submission.id }
}
