import { expect, it, vi } from 'vitest'
import { StepTooLong, within } from './within'

it('gives what the work gives, or throws what it throws', async () => {
  expect(await within('reading', 60_000, Promise.resolve(7))).toBe(7)
  await expect(within('reading', 60_000, Promise.reject(new Error('torn')))).rejects.toThrow('torn')
})

it('does not wait for ever, and says which step it was', async () => {
  vi.useFakeTimers()
  try {
    const step = within('reading the photo', 10_000, new Promise(() => {}))
    const outcome = expect(step).rejects.toThrow(new StepTooLong('reading the photo', 10_000))
    await vi.advanceTimersByTimeAsync(10_000)
    await outcome
    expect(vi.getTimerCount()).toBe(0)
  } finally {
    vi.useRealTimers()
  }
})
