import type { DecideCaseBody } from '@/lib/contracts/reports'
import { recordAudit } from '@/server/audit/record'
import { tell } from '@/server/notices/tell'
import type { Transaction } from '@/server/platform/db'
import type { holdCase } from './hold-case'
import { subjects } from './subjects'

/**
 * Writes down what was decided on a case that is held, carries it out, and tells the author and those who reported. Who may decide is for
 * the caller.
 *
 * @returns people to announce notices to after the commit
 */
export async function settleCase(
  { view, subjectId }: Awaited<ReturnType<typeof holdCase>>,
  { decision, note }: DecideCaseBody,
  deciderId: string,
  tx: Transaction,
): Promise<string[]> {
  const { id: caseId, subject, subjectKind } = view
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
    data: { status: decision, note, decidedById: deciderId, decidedAt: new Date() },
  })
  const action = isUpheld ? 'case.upheld' : 'case.dismissed'
  const detail = { subjectKind, subjectId }
  await recordAudit(tx, { actorId: deciderId, action, subjectType: 'case', subjectId: caseId, detail })
  return [...authors, ...reporters]
}
