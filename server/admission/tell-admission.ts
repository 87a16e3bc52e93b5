import { setAdmissionRung, setBacklog, setBreakerStates } from '@/server/metrics/admission-metrics'
import { readAdmission } from './admission'

/** Tells the metrics by which backlog, rung and breakers this process works now. */
export async function tellAdmission(): Promise<void> {
  const { rung, backlogSeconds, breaker, models } = await readAdmission()
  setAdmissionRung(rung)
  setBacklog(backlogSeconds)
  setBreakerStates([['all', breaker], ...models])
}
