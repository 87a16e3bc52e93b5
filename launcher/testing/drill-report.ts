import { z } from 'zod'
import type { Tally } from './tally'

/** The part that we read of artifacts/drills.json. */
const reportSchema = z.object({
  results: z.array(
    z.object({ name: z.string(), backEnd: z.string(), seen: z.string(), outcome: z.enum(['ok', 'failed', 'skipped']) }),
  ),
})

/** Counts each drill as one test. */
export function tallyDrills(json: string): Tally {
  const { results } = reportSchema.parse(JSON.parse(json))
  const named = (wanted: string) =>
    results
      .filter(({ outcome }) => outcome === wanted)
      .map(({ name, backEnd, seen }) => `drill ${name} on ${backEnd} (${seen})`)
  return { passed: named('ok').length, failed: named('failed'), skipped: named('skipped') }
}
