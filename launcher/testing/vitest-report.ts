import { z } from 'zod'
import { failedAsRun, type Tally } from './tally'

/** The part that we read of the JSON which vitest writes. */
const reportSchema = z.object({
  success: z.boolean(),
  numFailedTests: z.number(),
  testResults: z.array(
    z.object({
      name: z.string(),
      status: z.string(),
      assertionResults: z.array(z.object({ fullName: z.string(), status: z.string() })),
    }),
  ),
})

export type VitestReport = z.infer<typeof reportSchema>

export function parseVitestReport(json: string): VitestReport {
  return reportSchema.parse(JSON.parse(json))
}

/**
 * Counts a report's tests. A file that failed without a failed test (it could not be loaded) counts as one failure, and
 * so does a run that failed without any.
 */
export function tallyVitest(report: VitestReport): Tally {
  const tests = report.testResults.flatMap((file) => file.assertionResults)
  const brokenFiles = report.testResults.filter(
    (file) => file.status === 'failed' && file.assertionResults.every((test) => test.status !== 'failed'),
  )
  const namesOf = (isMeant: (status: string) => boolean) =>
    tests.filter(({ status }) => isMeant(status)).map(({ fullName }) => fullName.trim())
  const failed = [...namesOf((status) => status === 'failed'), ...brokenFiles.map(({ name }) => name)]
  const skipped = namesOf((status) => !['passed', 'failed'].includes(status))
  const passed = tests.filter(({ status }) => status === 'passed').length
  return failedAsRun({ passed, failed, skipped }, !report.success, 'the run itself')
}

/** The names of all tests in the files whose path matches. */
export function testsIn(report: VitestReport, file: RegExp): string[] {
  const files = report.testResults.filter(({ name }) => file.test(name))
  return files.flatMap(({ assertionResults }) => assertionResults.map((test) => test.fullName.trim()))
}
