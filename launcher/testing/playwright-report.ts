import { z } from 'zod'
import { failedAsRun, type Tally } from './tally'

/** The part that we read of the JSON which Playwright writes. */
const specSchema = z.object({
  title: z.string(),
  tests: z.array(z.object({ status: z.enum(['expected', 'unexpected', 'flaky', 'skipped']) })),
})
const suiteSchema = z.object({
  title: z.string(),
  specs: z.array(specSchema).default([]),
  get suites() {
    return z.array(suiteSchema).default([])
  },
})
const reportSchema = z.object({ suites: z.array(suiteSchema), errors: z.array(z.unknown()) })

type Suite = z.infer<typeof suiteSchema>

/** Counts a report's tests; errors outside of any test count as one failure. A flaky test has failed. */
export function tallyPlaywright(json: string): Tally {
  const report = reportSchema.parse(JSON.parse(json))
  const tests = report.suites.flatMap(listTests)
  const titlesOf = (...meant: string[]) =>
    tests.filter(({ status }) => meant.includes(status)).map(({ title }) => title)
  const tally = {
    passed: titlesOf('expected').length,
    failed: titlesOf('unexpected', 'flaky'),
    skipped: titlesOf('skipped'),
  }
  return failedAsRun(tally, report.errors.length > 0, 'the run itself')
}

function listTests(suite: Suite): { title: string; status: string }[] {
  const own = suite.specs.flatMap((spec) => spec.tests.map(({ status }) => ({ title: spec.title, status })))
  return [...own, ...suite.suites.flatMap(listTests)]
}
