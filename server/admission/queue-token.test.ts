import { beforeAll, expect, test, vi } from 'vitest'

const now = 1_764_000_000_000
const halfAnHour = 30 * 60_000
let tokens: typeof import('./queue-token')

beforeAll(async () => {
  vi.stubEnv('AUTH_SECRET', 'a secret that is long enough for the house')
  vi.stubEnv('DATABASE_URL', 'postgres://127.0.0.1/none')
  tokens = await import('./queue-token')
})

test('a ticket keeps its number for half an hour', () => {
  const token = tokens.writeQueueToken({ number: 41 }, now)
  expect(tokens.readQueueToken(token, now)).toEqual({ number: 41 })
  expect(tokens.readQueueToken(token, now + halfAnHour)).toEqual({ number: 41 })
  expect(tokens.readQueueToken(token, now + halfAnHour + 1)).toBeNull()
})

test('what this house did not write is no ticket', () => {
  const token = tokens.writeQueueToken({ number: 41 }, now)
  const [number = '', issued = '', mark = ''] = token.split('.')
  const other = tokens.writeQueueToken({ number: 1 }, now).split('.').at(-1)
  const wrong = [
    null,
    '',
    '..',
    `1.${issued}.${mark}`,
    `${number}.${Number(issued) + 60}.${mark}`,
    `${number}.${issued}.${other}`,
    `${number}.${issued}`,
    `${number}.${issued}.`,
    `${token}.`,
    `${token}=`,
    token.slice(0, -1),
  ]
  for (const each of wrong) expect(tokens.readQueueToken(each, now), String(each)).toBeNull()
})
