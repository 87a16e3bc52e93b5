import type { CaseView, DecideCaseBody } from '@/lib/contracts/reports'
import { requireRole } from '@/server/accounts/require-role'
import type { Viewer } from '@/server/accounts/viewer'
import { announceNotices } from '@/server/notices/announce-notices'
import { db } from '@/server/platform/db'
import { fail } from '@/server/platform/errors'
import { holdCase, readCase } from './hold-case'
import { settleCase } from './settle-case'

interface Decision extends DecideCaseBody {
  caseId: string
}

/**
 * Ends a case: upheld, and what it is about stays hidden; or dismissed, and it is seen again. Its author and those who reported it are
 * told. Once: the second of two curators reads `conflict`.
 *
 * @throws {HouseError} not_signed_in, account_needed, forbidden, not_found, conflict
 */
export async function decideCase({ caseId, ...decision }: Decision, viewer: Viewer | null): Promise<CaseView> {
  const curator = requireRole(viewer, 'CURATOR')
  const { view, told } = await db.$transaction(async (tx) => {
    const held = await holdCase(caseId, tx)
    if (held.view.status !== 'OPEN') fail('conflict')
    const told = await settleCase(held, decision, curator.id, tx)
    return { view: (await readCase(caseId, tx)).view, told }
  })
  await announceNotices(told)
  return view
}
