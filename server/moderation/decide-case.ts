import type { CaseView, DecideCaseBody } from '@/lib/contracts/reports'
import { requireRole } from '@/server/accounts/require-role'
import type { Viewer } from '@/server/accounts/viewer'
import { recordAudit } from '@/server/audit/record'
import { announceNotices } from '@/server/notices/announce-notices'
import { tell } from '@/server/notices/tell'
import { db, type Transaction } from '@/server/platform/db'
import { fail } from '@/server/platform/errors'
import { holdCase, readCase } from './hold-case'
import { subjects } from './subjects'

interface Decision extends DecideCaseBody {
  caseId: string
}

/**
 * Ends a case: upheld, and what it is about stays hidden; or dismissed, and it is seen again. Its author and those who reported it are
 * told. Once: the second of two curators reads `conflict`.
 *
 * @throws {HouseError} not_signed_in, account_needed, forbidden, not_found, conflict
 */
export async function decideCase(decision: Decision, viewer: Viewer | null): Promise<CaseView> {
  const curator = requireRole(viewer, 'CURATOR')
  const { view, told } = await db.$transaction((tx) => decide(decision, curator, tx))
  await announceNotices(told)
  return view
}

async function decide({ caseId, decision, note }: Decision, curator: Viewer, tx: Transaction) {
  const { view, subjectId } = await holdCase(caseId, tx)
  const { subject, subjectKind } = view
  if (view.status !== 'OPEN') fail('conflict')
  const isUpheld = decision === 'UPHELD'
  const reports = await tx.report.findMany({ where: { caseId }, select: { reporterId: true } })
  const reporters = reports.flatMap(({ reporterId }) => reporterId ?? [])
  const authors = subject?.author ? [subject.author.id] : []
  if (subject) {
    await subjects[subjectKind].setHidden(subjectId, isUpheld, tx)
    // Who never heard of the complaint need not hear that nothing came of it.
    if (isUpheld || subject.isHidden) {
      const what = isUpheld ? ('upheld' as const) : ('shown' as const)
      await tell(tx, authors, { kind: 'moderated', what, subjectKind, title: subject.title, note })
    }
    await tell(tx, reporters, { kind: 'report-decided', isUpheld, title: subject.title })
  }
  await tx.moderationCase.update({
    where: { id: caseId },
    data: { status: decision, note, decidedById: curator.id, decidedAt: new Date() },
  })
  const action = isUpheld ? 'case.upheld' : 'case.dismissed'
  const detail = { subjectKind, subjectId }
  await recordAudit(tx, { actorId: curator.id, action, subjectType: 'case', subjectId: caseId, detail })
  return { view: (await readCase(caseId, tx)).view, told: [...authors, ...reporters] }
}
