import { expect, test } from 'vitest'
import { ApiError } from './api-error'
import { readAnswer, retryAfter } from './read-answer'

const answer = (status: number, body: string, headers: Record<string, string> = {}) => ({
  status,
  text: body,
  header: (name: string) => headers[name] ?? null,
})

function refusalOf(status: number, body: string, headers?: Record<string, string>): ApiError {
  try {
    readAnswer(answer(status, body, headers))
  } catch (error) {
    if (error instanceof ApiError) return error
  }
  throw new Error('not refused')
}

test('a success is its JSON', () => {
  expect(readAnswer(answer(202, '{"ok":true}'))).toEqual({ ok: true })
})

test('a refusal carries everything the house said', () => {
  const error = {
    code: 'photo_damaged',
    message: '这张图片已损坏，无法读取。',
    requestId: 'r1',
    fields: { photo: 'x' },
  }
  const refusal = refusalOf(422, JSON.stringify({ error }), { 'Retry-After': '7' })
  expect(refusal).toMatchObject({
    code: 'photo_damaged',
    sentence: error.message,
    requestId: 'r1',
    status: 422,
    fields: { photo: 'x' },
    retryAfterSeconds: 7,
    isTransient: false,
  })
})

test.each([
  [502, '<h1>Bad gateway</h1>', 'unavailable', true],
  [500, '', 'internal', true],
  [429, 'slow down', 'too_many_requests', true],
  [413, '', 'body_too_large', false],
  [404, '<html>', 'not_found', false],
  [418, '{}', 'invalid_request', false],
  [409, '{"error":{"code":"made_tomorrow","message":"New.","requestId":"r"}}', 'conflict', false],
  [200, '<html>a captive portal</html>', 'internal', true],
] as const)('%i %j means %s', (status, body, code, isTransient) => {
  expect(refusalOf(status, body)).toMatchObject({ code, isTransient })
})

test('Retry-After is a number of seconds or a date', () => {
  const now = Date.parse('Fri, 31 Dec 1999 23:59:00 GMT')
  expect(retryAfter('120', now)).toBe(120)
  expect(retryAfter('Fri, 31 Dec 1999 23:59:59 GMT', now)).toBe(59)
  expect(retryAfter('Fri, 31 Dec 1999 23:00:00 GMT', now)).toBe(0)
  expect(retryAfter('soon', now)).toBeUndefined()
  expect(retryAfter(null, now)).toBeUndefined()
})
