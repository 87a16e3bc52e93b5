import type { ReportBody, ReportSubjectKind } from '@/lib/contracts/reports'
import type { Viewer } from '@/server/accounts/viewer'
import { recordAudit } from '@/server/audit/record'
import { announceNotices } from '@/server/notices/announce-notices'
import { tell } from '@/server/notices/tell'
import { db, type Transaction } from '@/server/platform/db'
import { fail } from '@/server/platform/errors'
import type { FoundSubject } from './subject-kind'
import { subjects } from './subjects'

/**
 * Notes what somebody complains of, for the curators. Anybody may, guests too; saying it again changes nothing. A case that was
 * decided is opened again by the first word of somebody new. Words that enough people report are hidden until a curator has looked;
 * what a curator let be seen once stays seen.
 *
 * @throws {HouseError} not_found for what not everybody can see
 */
export async function reportSubject(
  { subjectKind, subjectId, reason, text }: ReportBody,
  reporter: Viewer,
): Promise<void> {
  const told = await db.$transaction(async (tx) => {
    const { id: caseId, decidedAt } = await holdCase(subjectKind, subjectId, tx)
    const subject = (await subjects[subjectKind].find([subjectId], tx)).get(subjectId)
    if (!subject?.isPublic) fail('not_found')
    const said = { caseId, reporterId: reporter.id, reason, text }
    const added = await tx.report.createMany({ data: said, skipDuplicates: true })
    if (added.count === 0) return []
    await tx.moderationCase.updateMany({
      where: { id: caseId, status: { not: 'OPEN' } },
      data: { status: 'OPEN', openedAt: new Date() },
    })
    const { hidesAfter } = subjects[subjectKind]
    if (hidesAfter === undefined || decidedAt !== null) return []
    const reportCount = await tx.report.count({ where: { caseId } })
    return reportCount < hidesAfter ? [] : hide({ caseId, subjectKind, subjectId, reportCount }, subject, tx)
  })
  await announceNotices(told)
}

interface Reported {
  caseId: string
  subjectKind: ReportSubjectKind
  subjectId: string
  reportCount: number
}

async function hide({ caseId, subjectKind, subjectId, reportCount }: Reported, subject: FoundSubject, tx: Transaction) {
  await subjects[subjectKind].setHidden(subjectId, true, tx)
  const told = subject.author ? [subject.author.id] : []
  await tell(tx, told, { kind: 'moderated', what: 'hidden', subjectKind, title: subject.title, note: '' })
  const detail = { subjectKind, subjectId, reportCount }
  await recordAudit(tx, { actorId: null, action: 'case.hidden', subjectType: 'case', subjectId: caseId, detail })
  return told
}

/** The subject's case, made by the first report, and held until the transaction ends. */
async function holdCase(subjectKind: string, subjectId: string, tx: Transaction) {
  await tx.moderationCase.createMany({ data: { subjectKind, subjectId }, skipDuplicates: true })
  const where = { subjectKind_subjectId: { subjectKind, subjectId } }
  const { id } = await tx.moderationCase.findUniqueOrThrow({ where, select: { id: true } })
  await tx.$queryRaw`SELECT 1 FROM "ModerationCase" WHERE "id" = ${id} FOR UPDATE`
  return tx.moderationCase.findUniqueOrThrow({ where, select: { id: true, decidedAt: true } })
}
