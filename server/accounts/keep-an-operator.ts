import type { Transaction } from '@/server/platform/db'
import { fail } from '@/server/platform/errors'

/** Any number that nobody else locks. */
const LOCK = 7_402_411

/**
 * To be called before somebody stops being an operator: two who would each leave the house to the other do so one after the other, and the
 * second is refused.
 *
 * @throws {HouseError} last_operator where nobody else could look after the house
 */
export async function keepAnOperator(tx: Transaction, leavingId: string): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(${LOCK})`
  const others = { role: 'OPERATOR' as const, bannedAt: null, id: { not: leavingId } }
  if (!(await tx.person.findFirst({ where: others, select: { id: true } }))) fail('last_operator')
}
