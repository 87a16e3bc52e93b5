import { afterEach, expect, it, vi } from 'vitest'
import { writeTogether } from './write-together'

interface Wish {
  lane: string
  name: string
  value: number
}

/** Batches as they were written; each write waits until it is let go. */
function openWriter(most = 100) {
  const batches: number[][] = []
  const gates: { open(): void; slam(error: Error): void }[] = []
  const put = writeTogether<Wish, number>({
    laneOf: ({ lane }) => lane,
    nameOf: ({ name }) => name,
    most,
    write: async (wishes) => {
      batches.push(wishes.map(({ value }) => value))
      await new Promise<void>((open, slam) => gates.push({ open, slam }))
      return wishes.map(({ value }) => value * 10)
    },
  })
  return { batches, gates, put }
}
const settle = async () => {
  for (let turns = 0; turns < 4; turns++) await new Promise((resolve) => setImmediate(resolve))
}

it('writes what came in one turn together, and then what came meanwhile', async () => {
  const { batches, gates, put } = openWriter()
  const wish = (value: number) => put({ lane: 'a', name: `p${value}`, value })
  const answers = [wish(1), wish(2)]
  await settle()
  answers.push(wish(3), wish(4))
  await settle()
  expect(batches).toEqual([[1, 2]])
  gates[0]?.open()
  await settle()
  expect(batches).toEqual([
    [1, 2],
    [3, 4],
  ])
  gates[1]?.open()
  expect(await Promise.all(answers)).toEqual([10, 20, 30, 40])
})

it('keeps the order of one name’s wishes and never writes two of them together', async () => {
  const { batches, gates, put } = openWriter()
  for (const value of [1, 2, 3, 4]) void put({ lane: 'a', name: value === 4 ? 'other' : 'same', value })
  for (let round = 0; round < 3; round++) {
    await settle()
    gates[round]?.open()
  }
  expect(batches).toEqual([[1, 4], [2], [3]])
})

it('lets lanes go side by side, and keeps batches small enough', async () => {
  const { batches, gates, put } = openWriter(2)
  for (const value of [1, 2, 3, 4]) void put({ lane: 'a', name: `p${value}`, value })
  void put({ lane: 'b', name: 'p1', value: 5 })
  await settle()
  expect(batches).toEqual([[1, 2], [5]])
  gates[0]?.open()
  await settle()
  expect(batches).toEqual([[1, 2], [5], [3, 4]])
})

it('tells a failure to those whose batch it was, and goes on', async () => {
  const { gates, put } = openWriter()
  const first = put({ lane: 'a', name: 'p1', value: 1 })
  await settle()
  const second = put({ lane: 'a', name: 'p2', value: 2 })
  gates[0]?.slam(new Error('the database is gone'))
  await expect(first).rejects.toThrow('the database is gone')
  await settle()
  gates[1]?.open()
  expect(await second).toBe(20)
})

/** Wishes 1, 2 and 3, of which 2 waits for four seconds behind the batch of 1, and 3 comes at the end of them. */
async function fourSecondsLater(batch: 'is written' | 'fails', most?: number) {
  const { batches, gates, put } = openWriter(most)
  vi.useFakeTimers({ toFake: ['Date'] })
  const wish = (value: number) => put({ lane: 'a', name: `p${value}`, value })
  const wishes = [wish(1)]
  if (most !== 1) await settle()
  wishes.push(wish(2))
  await settle()
  vi.setSystemTime(Date.now() + 4_000)
  wishes.push(wish(3))
  const outcomes = Promise.allSettled(wishes)
  if (batch === 'fails') gates[0]?.slam(new Error('the database is gone'))
  else gates[0]?.open()
  await settle()
  gates[1]?.open()
  return { batches, outcomes: await outcomes }
}
afterEach(() => void vi.useRealTimers())
const refused = { status: 'rejected', reason: { code: 'unavailable' } }
const written = (value: number) => ({ status: 'fulfilled', value })

it('refuses who waited too long behind a batch that hung and failed, and writes who came later', async () => {
  const { batches, outcomes } = await fourSecondsLater('fails')
  expect(outcomes).toMatchObject([{ status: 'rejected' }, refused, written(30)])
  expect(batches).toEqual([[1], [3]])
})

it('refuses who waited too long because more come than can be written', async () => {
  const { batches, outcomes } = await fourSecondsLater('is written', 1)
  expect(outcomes).toMatchObject([written(10), refused, written(30)])
  expect(batches).toEqual([[1], [3]])
})

it('writes who waited long for a batch that was slow and came to its end', async () => {
  const { batches, outcomes } = await fourSecondsLater('is written')
  expect(outcomes).toMatchObject([written(10), written(20), written(30)])
  expect(batches).toEqual([[1], [2, 3]])
})
