import { expect, test } from 'vitest'
import { ApiError, offlineError } from './api-error'
import { referenceOf } from './reference-of'

const refused = (code: ApiError['code'], status: number) =>
  new ApiError({ code, status, message: null, requestId: '0f3c9a12-77b1' })

test.each([
  ['internal', 500],
  ['unavailable', 503],
] as const)('%s has a reference', (code, status) => {
  expect(referenceOf(refused(code, status))).toBe('0f3c9a12-77b1')
})

test('refusals that say what is the matter, and what never reached the house, have none', () => {
  expect(referenceOf(refused('painter_busy', 503))).toBeNull()
  expect(referenceOf(refused('photos_waiting', 503))).toBeNull()
  expect(referenceOf(refused('not_found', 404))).toBeNull()
  expect(referenceOf(offlineError())).toBeNull()
  expect(referenceOf(new Error('x'))).toBeNull()
})
