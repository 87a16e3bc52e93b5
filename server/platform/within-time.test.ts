import { expect, it } from 'vitest'
import { withinTime } from './within-time'

it('gives what the work gives, or throws what it throws', async () => {
  expect(await withinTime(Promise.resolve(7), 60_000)).toBe(7)
  await expect(withinTime(Promise.reject(new Error('torn')), 60_000)).rejects.toThrow('torn')
})

it('does not wait for ever, and says for what it did', async () => {
  const never = new Promise(() => {})
  await expect(withinTime(never, 20, 'reading the photo')).rejects.toMatchObject({
    code: 'ETIMEDOUT',
    message: 'reading the photo took longer than 0.02 s',
  })
})
