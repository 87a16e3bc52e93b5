import { requireAccount } from '@/server/accounts/require-role'
import type { Viewer } from '@/server/accounts/viewer'
import { recordAudit } from '@/server/audit/record'
import { db } from '@/server/platform/db'
import { fail } from '@/server/platform/errors'

/**
 * Takes one's own offer back, with what was said of it; curators then see the work no more. What was accepted belongs to the depot.
 *
 * @throws {HouseError} not_signed_in, account_needed, not_found, conflict when it was accepted
 */
export async function withdrawSubmission(submissionId: string, viewer: Viewer | null): Promise<void> {
  const { id: personId } = requireAccount(viewer)
  await db.$transaction(async (tx) => {
    const removed = await tx.submission.deleteMany({
      where: { id: submissionId, personId, status: { not: 'ACCEPTED' } },
    })
    if (removed.count === 0) {
      const isThere = (await tx.submission.count({ where: { id: submissionId, personId } })) > 0
      fail(isThere ? 'conflict' : 'not_found')
    }
    const subject = { subjectType: 'submission' as const, subjectId: submissionId }
    await recordAudit(tx, { actorId: personId, action: 'submission.withdrawn', ...subject })
  })
}
