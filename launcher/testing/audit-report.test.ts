import { expect, test } from 'vitest'
import { acceptedSchema, readAudit } from './audit-report'

const advisory = (severity: string, id: string) => ({
  source: 1,
  name: 'a-package',
  dependency: 'a-package',
  title: 'It can be made to do something',
  url: `https://github.com/advisories/${id}`,
  severity,
  range: '<1.0.0',
})
const reportOf = (...via: object[]) =>
  JSON.stringify({
    auditReportVersion: 2,
    vulnerabilities: {
      'a-package': { name: 'a-package', severity: 'high', isDirect: false, via, effects: ['another'] },
      another: { name: 'another', severity: 'high', isDirect: true, via: ['a-package'], effects: [] },
    },
    metadata: { vulnerabilities: { high: 2, total: 2 } },
  })
const id = 'GHSA-aaaa-bbbb-cccc'
const accepted = (until: string) =>
  acceptedSchema.parse([{ id, reason: 'Only reached by code that we never call.', until }])

test('a high or critical advisory is open, told once however many packages it comes through; lesser ones are not', () => {
  const report = reportOf(advisory('critical', id), advisory('moderate', 'GHSA-dddd-eeee-ffff'))
  const line = `critical: a-package: It can be made to do something (${id})`
  expect(readAudit(report, [], '2026-11-25')).toEqual({ open: [line], accepted: [] })
})

test('one that was accepted is told as such, until its day has passed', () => {
  const report = reportOf(advisory('high', id))
  expect(readAudit(report, accepted('2026-11-25'), '2026-11-25')).toMatchObject({
    open: [],
    accepted: [expect.stringContaining(id)],
  })
  expect(readAudit(report, accepted('2026-11-24'), '2026-11-25')).toMatchObject({
    open: [expect.stringContaining(id)],
    accepted: [],
  })
})

test('nothing known is nothing open', () => {
  expect(readAudit(JSON.stringify({ auditReportVersion: 2, vulnerabilities: {} }), [], '2026-11-25')).toEqual({
    open: [],
    accepted: [],
  })
})

test.each([
  ['a registry without advisories', '{"message":"405 Method Not Allowed","statusCode":405}', '405 Method Not Allowed'],
  ['no answer', '', 'npm audit gave no report'],
  ['an answer of another kind', '<html>', 'npm audit gave no report'],
  ['another shape', '{"advisories":{}}', 'npm audit gave no report'],
])('%s is no all-clear: it was not checked', (_what, output, reason) => {
  expect(readAudit(output, [], '2026-11-25')).toEqual({ notChecked: reason })
})

test('nothing is accepted without a reason and an end', () => {
  expect(acceptedSchema.safeParse([{ id, reason: 'ok', until: '2026-12-31' }]).success).toBe(false)
  expect(acceptedSchema.safeParse([{ id, reason: 'Only reached by code that we never call.' }]).success).toBe(false)
})
