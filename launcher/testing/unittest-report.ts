import { failedAsRun, type Tally } from './tally'

/**
 * Counts the tests of Python's unittest from the summary that it ends with.
 *
 * @param output what it wrote to stderr
 */
export function tallyUnittest(output: string): Tally {
  const ran = Number(/^Ran (\d+) tests?/m.exec(output)?.[1] ?? 0)
  const count = (word: string) => Number(new RegExp(`\\b${word}=(\\d+)`).exec(output)?.[1] ?? 0)
  const skippedCount = count('skipped')
  const failed = count('failures') + count('errors')
  const isOk = /^OK\b/m.test(output)
  const unnamed = (length: number) => Array.from({ length }, () => 'a test of training/')
  const tally = {
    passed: Math.max(0, ran - failed - skippedCount),
    failed: unnamed(failed),
    skipped: unnamed(skippedCount),
  }
  return failedAsRun(tally, !isOk, 'the run of training/')
}
