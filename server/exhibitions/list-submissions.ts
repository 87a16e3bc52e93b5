import type { SubmissionView } from '@/lib/contracts/submissions'
import { requireRole } from '@/server/accounts/require-role'
import type { Viewer } from '@/server/accounts/viewer'
import { db } from '@/server/platform/db'
import { submissionSelect, submissionView } from './submission-view'

const MOST = 200

/**
 * Offered works for the curators: undecided ones first, oldest first among them, then the latest decisions; 200 at most.
 *
 * @throws {HouseError} not_signed_in, account_needed, forbidden
 */
export async function listSubmissions(viewer: Viewer | null): Promise<SubmissionView[]> {
  requireRole(viewer, 'CURATOR')
  const select = submissionSelect()
  const pending = await db.submission.findMany({
    where: { status: 'PENDING' },
    orderBy: { createdAt: 'asc' },
    take: MOST,
    select,
  })
  const decided = await db.submission.findMany({
    where: { status: { not: 'PENDING' } },
    orderBy: { decidedAt: 'desc' },
    take: MOST - pending.length,
    select,
  })
  return [...pending, ...decided].map(submissionView)
}
