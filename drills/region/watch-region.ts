import { setTimeout as sleep } from 'node:timers/promises'
import { statusOf } from '../house/program'

const LOOK_MS = 1_000
const MOST_FAILURES = 3

/** Looks at a region from outside as a health check of DNS does. Resolves when it has not been ready three times in a row. */
export async function untilLost(url: string): Promise<void> {
  for (let failures = 0; failures < MOST_FAILURES; ) {
    await sleep(LOOK_MS)
    failures = (await statusOf(`${url}/api/health/ready`)) === 200 ? 0 : failures + 1
  }
}
