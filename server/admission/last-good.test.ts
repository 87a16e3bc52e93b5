import { expect, test, vi } from 'vitest'
import { LastGood } from './last-good'

const settings = { freshMs: 0, patienceMs: 20 }

test('many who ask at once cause one reading', async () => {
  const read = vi.fn(async () => 7)
  const source = new LastGood(read, { ...settings, freshMs: 60_000 })
  expect(await Promise.all(Array.from({ length: 50 }, () => source.get()))).toEqual(Array(50).fill(7))
  expect(await source.get()).toBe(7)
  expect(read).toHaveBeenCalledTimes(1)
  source.forget()
  await source.get()
  expect(read).toHaveBeenCalledTimes(2)
})

test('the last good value stands in for a reading that fails, or that takes too long', async () => {
  let answer: () => Promise<number> = async () => 1
  const source = new LastGood(() => answer(), settings)
  expect(await source.get()).toBe(1)
  answer = () => Promise.reject(new Error('away'))
  expect(await source.get()).toBe(1)
  let finish: (value: number) => void = () => {}
  answer = () =>
    new Promise((resolve) => {
      finish = resolve
    })
  expect(await source.get()).toBe(1)
  finish(2)
  answer = () => new Promise(() => {})
  await vi.waitFor(async () => expect(await source.get()).toBe(2), 20_000)
})

test('without any good value the failure is told', async () => {
  const source = new LastGood(() => Promise.reject(new Error('away')), settings)
  await expect(source.get()).rejects.toThrow('away')
})

test('what was forgotten comes back neither by itself nor by a reading that began before', async () => {
  let finish: (value: number) => void = () => {}
  let answer = (): Promise<number> =>
    new Promise((resolve) => {
      finish = resolve
    })
  const source = new LastGood(() => answer(), { ...settings, freshMs: 60_000 })
  const early = source.get()
  source.forget()
  answer = async () => 2
  expect(await source.get()).toBe(2)
  finish(1)
  expect(await early).toBe(1)
  expect(await source.get()).toBe(2)
})
