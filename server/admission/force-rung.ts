import type { LadderView, Rung } from '@/lib/contracts/admission'
import { requireRole } from '@/server/accounts/require-role'
import type { Viewer } from '@/server/accounts/viewer'
import { recordAudit } from '@/server/audit/record'
import { db } from '@/server/platform/db'
import { forgetReading } from './admission'
import { readLadder } from './read-admission-view'

/**
 * Holds the ladder at a rung, whatever the load says, or (null) lets the load decide again. Every process takes it up with its next
 * reading, which is within about a second.
 *
 * @throws {HouseError} not_signed_in, account_needed, forbidden
 */
export async function forceRung(rung: Rung | null, viewer: Viewer | null): Promise<LadderView> {
  const operator = requireRole(viewer, 'OPERATOR')
  await db.$transaction(async (tx) => {
    const changes = { forcedRung: rung, changedAt: new Date() }
    await tx.admissionSwitch.upsert({ where: { id: 1 }, create: { id: 1, ...changes }, update: changes })
    await recordAudit(tx, {
      actorId: operator.id,
      action: rung === null ? 'admission.released' : 'admission.forced',
      subjectType: 'admission',
      subjectId: '1',
      detail: rung === null ? {} : { rung },
    })
  })
  forgetReading()
  return readLadder(operator)
}
