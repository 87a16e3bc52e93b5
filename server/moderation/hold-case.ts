import type { Transaction } from '@/server/platform/db'
import { fail } from '@/server/platform/errors'
import { caseSelect, caseViews } from './case-view'

/** A case that nobody else decides until the transaction ends. Throws not_found. */
export async function holdCase(caseId: string, tx: Transaction) {
  await tx.$queryRaw`SELECT 1 FROM "ModerationCase" WHERE "id" = ${caseId} FOR UPDATE`
  return readCase(caseId, tx)
}

/** Throws not_found. */
export async function readCase(caseId: string, tx: Transaction) {
  const row = await tx.moderationCase.findUnique({ where: { id: caseId }, select: caseSelect })
  const [view] = row ? await caseViews([row], tx) : []
  return row && view ? { view, subjectId: row.subjectId } : fail('not_found')
}
