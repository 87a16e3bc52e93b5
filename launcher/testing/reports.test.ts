import { expect, test } from 'vitest'
import { tallyDrills } from './drill-report'
import { tallyPlaywright } from './playwright-report'
import { addTallies, summaryLine } from './tally'
import { tallyUnittest } from './unittest-report'
import { parseVitestReport, tallyVitest, testsIn } from './vitest-report'

const file = (name: string, status: string, tests: [string, string][]) => ({
  name,
  status,
  assertionResults: tests.map(([fullName, result]) => ({ fullName, status: result })),
})
const vitest = (success: boolean, ...testResults: object[]) =>
  parseVitestReport(JSON.stringify({ success, numFailedTests: 0, testResults }))

test('counts what vitest ran', () => {
  const report = vitest(
    false,
    file('/a.test.ts', 'passed', [
      ['one', 'passed'],
      ['two', 'skipped'],
    ]),
    file('/b.test.ts', 'failed', [['three', 'failed']]),
  )
  expect(tallyVitest(report)).toEqual({ passed: 1, failed: ['three'], skipped: ['two'] })
})

test('a file that vitest could not load is a failure', () => {
  expect(tallyVitest(vitest(false, file('/a.test.ts', 'failed', [])))).toMatchObject({ failed: ['/a.test.ts'] })
})

test('a run that fails without a failed test is a failure', () => {
  expect(tallyVitest(vitest(false, file('/a.test.ts', 'passed', [['one', 'passed']])))).toMatchObject({
    failed: ['the run itself'],
  })
})

test('names the tests of some files', () => {
  const report = vitest(
    true,
    file('/q.backends.int.test.ts', 'passed', [['one', 'passed']]),
    file('/b.int.test.ts', 'passed', [['two', 'passed']]),
  )
  expect(testsIn(report, /\.backends\.int\.test\.ts$/)).toEqual(['one'])
})

test('counts what Playwright ran, at any depth; flaky is failed', () => {
  const spec = (title: string, status: string) => ({ title, tests: [{ status }] })
  const suites = [
    {
      title: 'a.spec.ts',
      specs: [spec('one', 'expected'), spec('two', 'flaky')],
      suites: [{ title: 'inner', specs: [spec('three', 'skipped'), spec('four', 'unexpected')] }],
    },
  ]
  expect(tallyPlaywright(JSON.stringify({ suites, errors: [] }))).toEqual({
    passed: 1,
    failed: ['two', 'four'],
    skipped: ['three'],
  })
})

test('an error before the first browser test is a failure', () => {
  expect(tallyPlaywright(JSON.stringify({ suites: [], errors: [{ message: 'no product' }] }))).toMatchObject({
    failed: ['the run itself'],
  })
})

test.each([
  ['Ran 3 tests in 0.1s\n\nOK\n', 3, 0, 0],
  ['Ran 3 tests in 0.1s\n\nOK (skipped=1)\n', 2, 0, 1],
  ['Ran 4 tests in 0.1s\n\nFAILED (failures=1, errors=1)\n', 2, 2, 0],
  ['Traceback (most recent call last)\n', 0, 1, 0],
])('counts what unittest ran: %j', (output, passed, failed, skipped) => {
  const tally = tallyUnittest(output)
  expect([tally.passed, tally.failed.length, tally.skipped.length]).toEqual([passed, failed, skipped])
})

test('ends with one line', () => {
  const total = addTallies([
    { passed: 2, failed: [], skipped: ['a'] },
    { passed: 1, failed: ['b'], skipped: [] },
  ])
  expect(summaryLine(total)).toBe('3 passed, 1 failed, 1 skipped')
})

test('counts each drill, and says why one was skipped', () => {
  const drill = (name: string, outcome: string) => ({ name, backEnd: 'redis', seen: 'no redis-server', outcome })
  const report = { results: [drill('d1', 'ok'), drill('d4', 'failed'), drill('d5', 'skipped')] }
  expect(tallyDrills(JSON.stringify(report))).toEqual({
    passed: 1,
    failed: ['drill d4 on redis (no redis-server)'],
    skipped: ['drill d5 on redis (no redis-server)'],
  })
})
