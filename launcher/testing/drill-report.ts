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
  const count = (wanted: string) => results.filter(({ outcome }) => outcome === wanted).length
  const skipped = results.filter(({ outcome }) => outcome === 'skipped')
  return {
    passed: count('ok'),
    failed: count('failed'),
    skipped: skipped.map(({ name, backEnd, seen }) => `drill ${name} on ${backEnd} (${seen})`),
  }
}
