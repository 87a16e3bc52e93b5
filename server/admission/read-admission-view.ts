import type { AdmissionView, LadderView } from '@/lib/contracts/admission'
import { requireRole } from '@/server/accounts/require-role'
import type { Viewer } from '@/server/accounts/viewer'
import { env } from '@/server/platform/env'
import { readAdmission } from './admission'
import { secondsUntilRoom } from './refuse'

/** The door as everybody may see it. */
export async function readAdmissionView(): Promise<AdmissionView> {
  const admission = await readAdmission()
  const { rung, breaker } = admission
  return {
    rung,
    isPainterResting: breaker !== 'closed',
    retryAfterSeconds: rung >= 3 ? secondsUntilRoom(admission) : null,
  }
}

/**
 * The ladder as operators see it.
 *
 * @throws {HouseError} not_signed_in, account_needed, forbidden
 */
export async function readLadder(viewer: Viewer | null): Promise<LadderView> {
  requireRole(viewer, 'OPERATOR')
  const { rung, forcedRung, backlogSeconds, breaker, models } = await readAdmission()
  return {
    rung,
    forcedRung,
    backlogSeconds,
    thresholds: [...env.ADMISSION_THRESHOLDS],
    breaker,
    models: [...models].map(([model, state]) => ({ model, breaker: state })),
  }
}
