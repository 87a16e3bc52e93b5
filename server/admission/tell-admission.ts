import { setAdmissionRung, setBreakerStates } from '@/server/metrics/admission-metrics'
import { readAdmission } from './admission'

/** Tells the metrics by which rung and breakers this process works now. */
export async function tellAdmission(): Promise<void> {
  const { rung, breaker, models } = await readAdmission()
  setAdmissionRung(rung)
  setBreakerStates([['all', breaker], ...models])
}
