import { requireRole } from '@/server/accounts/require-role'
import type { Viewer } from '@/server/accounts/viewer'
import { recordAudit } from '@/server/audit/record'
import { db } from '@/server/platform/db'
import { fail } from '@/server/platform/errors'

/**
 * Lets a worker take nothing new, or take orders again: what it paints it finishes. From the commit on it claims nothing
 * (server/portraits/weigh-order.ts), and with its next report it stops asking. A worker that is started anew begins undrained. Safe to repeat.
 *
 * @throws {HouseError} not_signed_in, account_needed, forbidden, not_found
 */
export async function drainWorker(workerId: string, isDrained: boolean, viewer: Viewer | null): Promise<{ ok: true }> {
  const operator = requireRole(viewer, 'OPERATOR')
  await db.$transaction(async (tx) => {
    const { count } = await tx.workerPresence.updateMany({
      where: { id: workerId, drainedAt: isDrained ? null : { not: null } },
      data: { drainedAt: isDrained ? new Date() : null },
    })
    if (count === 0) {
      if ((await tx.workerPresence.count({ where: { id: workerId } })) === 0) fail('not_found')
      return
    }
    const action = isDrained ? 'worker.drained' : 'worker.undrained'
    await recordAudit(tx, { actorId: operator.id, action, subjectType: 'worker', subjectId: workerId })
  })
  return { ok: true }
}
