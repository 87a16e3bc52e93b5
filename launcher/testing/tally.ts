/** What one part of the test run came to. */
export interface Tally {
  passed: number
  failed: number
  /** One name for each test that could not be run, with the reason. */
  skipped: string[]
}

export const NOTHING: Tally = { passed: 0, failed: 0, skipped: [] }

export function addTallies(tallies: Tally[]): Tally {
  return {
    passed: tallies.reduce((sum, tally) => sum + tally.passed, 0),
    failed: tallies.reduce((sum, tally) => sum + tally.failed, 0),
    skipped: tallies.flatMap((tally) => tally.skipped),
  }
}

/** The one line that a test run ends with. */
export function summaryLine({ passed, failed, skipped }: Tally): string {
  return `${passed} passed, ${failed} failed, ${skipped.length} skipped`
}
