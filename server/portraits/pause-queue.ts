import { requireRole } from '@/server/accounts/require-role'
import type { Viewer } from '@/server/accounts/viewer'
import { forgetReading } from '@/server/admission/admission'
import { recordAudit } from '@/server/audit/record'
import { lockHouse } from '@/server/house/lock-house'
import { db } from '@/server/platform/db'
import { keepPause } from '@/server/queue/keep-pause'
import { queueName } from '@/server/queue/settings'

/**
 * Pauses the queue, or lets it go on: no worker takes an order, and the door is closed as on the topmost rung. What is being painted is
 * finished, what waits goes on waiting, and a restart changes nothing. Safe to repeat.
 *
 * @throws {HouseError} not_signed_in, account_needed, forbidden
 */
export async function pauseQueue(isPaused: boolean, viewer: Viewer | null): Promise<{ ok: true }> {
  const operator = requireRole(viewer, 'OPERATOR')
  await db.$transaction(async (tx) => {
    await lockHouse(tx)
    const { count } = await tx.house.updateMany({
      where: { id: 1, queuePausedAt: isPaused ? null : { not: null } },
      data: { queuePausedAt: isPaused ? new Date() : null },
    })
    if (count === 0) return
    const action = isPaused ? 'queue.paused' : 'queue.resumed'
    await recordAudit(tx, { actorId: operator.id, action, subjectType: 'queue', subjectId: queueName })
  })
  await keepPause()
  forgetReading()
  return { ok: true }
}

/**
 * Since when the queue is paused; null while it is not.
 *
 * @throws {HouseError} not_signed_in, account_needed, forbidden
 */
export async function readPause(viewer: Viewer | null): Promise<string | null> {
  requireRole(viewer, 'OPERATOR')
  const row = await db.house.findUnique({ where: { id: 1 }, select: { queuePausedAt: true } })
  return row?.queuePausedAt?.toISOString() ?? null
}
