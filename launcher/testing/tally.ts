/** What one part of the test run came to. */
export interface Tally {
  passed: number
  /** One name for each test that failed. */
  failed: string[]
  /** One name for each test that could not be run, with the reason. */
  skipped: string[]
}

export const NOTHING: Tally = { passed: 0, failed: [], skipped: [] }

export function addTallies(tallies: Tally[]): Tally {
  return {
    passed: tallies.reduce((sum, tally) => sum + tally.passed, 0),
    failed: tallies.flatMap((tally) => tally.failed),
    skipped: tallies.flatMap((tally) => tally.skipped),
  }
}

/** The same tally, with one failure of this name where the run itself failed and none of its tests did. */
export function failedAsRun(tally: Tally, hasFailed: boolean, name: string): Tally {
  return hasFailed && tally.failed.length === 0 ? { ...tally, failed: [name] } : tally
}

/** The one line that a test run ends with. */
export function summaryLine({ passed, failed, skipped }: Tally): string {
  return `${passed} passed, ${failed.length} failed, ${skipped.length} skipped`
}
