import { expect, it } from 'vitest'
import { currentRequest, inRequest, requestIdFrom } from './request-context'

it('takes a well-formed id over and makes a new one in the place of any other', () => {
  expect(requestIdFrom('0f3c9a12-77b1-4e0c')).toBe('0f3c9a12-77b1-4e0c')
  const bad = [
    undefined,
    null,
    '',
    'short',
    'a'.repeat(65),
    'with space in it',
    'new\nline-in-it',
    '<script>alert',
    ['abcdefgh'],
  ]
  for (const given of bad) expect(requestIdFrom(given)).toMatch(/^[0-9a-f-]{36}$/)
})

it('keeps the contexts of requests that run at the same time apart', async () => {
  const idAfterAWhile = async () => {
    await new Promise((resolve) => setTimeout(resolve, 1))
    return currentRequest()?.requestId
  }
  const ids = ['first-one', 'second-one'].map((requestId) => inRequest({ requestId, route: null }, idAfterAWhile))
  expect(await Promise.all(ids)).toEqual(['first-one', 'second-one'])
  expect(currentRequest()).toBeUndefined()
})
