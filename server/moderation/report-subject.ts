import type { ReportBody } from '@/lib/contracts/reports'
import type { Viewer } from '@/server/accounts/viewer'
import { db, type Transaction } from '@/server/platform/db'
import { fail } from '@/server/platform/errors'
import { subjects } from './subjects'

/**
 * Notes what somebody complains of, for the curators. Anybody may, guests too; saying it again changes nothing. A case that was
 * decided is opened again by the first word of somebody new.
 *
 * @throws {HouseError} not_found for what not everybody can see
 */
export async function reportSubject(
  { subjectKind, subjectId, reason, text }: ReportBody,
  reporter: Viewer,
): Promise<void> {
  await db.$transaction(async (tx) => {
    const subject = (await subjects[subjectKind].find([subjectId], tx)).get(subjectId)
    if (!subject?.isPublic) fail('not_found')
    const caseId = await holdCase(subjectKind, subjectId, tx)
    const said = { caseId, reporterId: reporter.id, reason, text }
    const added = await tx.report.createMany({ data: said, skipDuplicates: true })
    if (added.count === 0) return
    await tx.moderationCase.updateMany({
      where: { id: caseId, status: { not: 'OPEN' } },
      data: { status: 'OPEN', openedAt: new Date() },
    })
  })
}

/** The subject's case, made by the first report. */
async function holdCase(subjectKind: string, subjectId: string, tx: Transaction): Promise<string> {
  await tx.moderationCase.createMany({ data: { subjectKind, subjectId }, skipDuplicates: true })
  const where = { subjectKind_subjectId: { subjectKind, subjectId } }
  const { id } = await tx.moderationCase.findUniqueOrThrow({ where, select: { id: true } })
  await tx.$queryRaw`SELECT 1 FROM "ModerationCase" WHERE "id" = ${id} FOR UPDATE`
  return id
}
