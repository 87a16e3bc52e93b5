import type { Prisma } from '@/generated/prisma/client'
import type { AuditSubject } from '@/lib/contracts/audit'
import type { Transaction } from '@/server/platform/db'

export interface AuditRecord {
  /** Null for the house itself. */
  actorId: string | null
  /** `subject.what-happened`, in the past tense. */
  action: string
  subjectType: AuditSubject
  subjectId: string
  /** Ids and choices only; never texts that people wrote, nor addresses. */
  detail?: Prisma.InputJsonObject
}

/** Notes an act in the same transaction that carries it out. */
export async function recordAudit(tx: Transaction, { detail = {}, ...entry }: AuditRecord): Promise<void> {
  await tx.auditEntry.create({ data: { ...entry, detail } })
}
