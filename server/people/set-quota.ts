import type { PersonRow } from '@/lib/contracts/people'
import { requireRole } from '@/server/accounts/require-role'
import type { Viewer } from '@/server/accounts/viewer'
import { recordAudit } from '@/server/audit/record'
import { db } from '@/server/platform/db'
import { fail } from '@/server/platform/errors'
import { personRow } from './person-row'

interface Wish {
  personId: string
  /** MiB; null for the house's own measure. */
  quotaMiB: number | null
  /** As it was read. */
  version: number
}

/**
 * How much of one person's is kept. What is there already stays, however little is allowed.
 *
 * @throws {HouseError} not_signed_in, account_needed, forbidden, not_found, conflict when somebody changed them meanwhile
 */
export async function setQuota({ personId, quotaMiB, version }: Wish, viewer: Viewer | null): Promise<PersonRow> {
  const operator = requireRole(viewer, 'OPERATOR')
  return db.$transaction(async (tx) => {
    const { count } = await tx.person.updateMany({
      where: { id: personId, version },
      data: { quotaMiB, version: { increment: 1 } },
    })
    if (count === 0) fail((await tx.person.count({ where: { id: personId } })) > 0 ? 'conflict' : 'not_found')
    const subject = { subjectType: 'person' as const, subjectId: personId }
    await recordAudit(tx, { actorId: operator.id, action: 'person.quota-set', ...subject, detail: { quotaMiB } })
    return personRow(personId, tx)
  })
}
