import { expect, it } from 'vitest'
import { limitRate } from './limit-rate'

it('sends the first at once and, of those that come too fast, only the latest', async () => {
  const sent: number[] = []
  const sender = limitRate<number>(30, async (value) => {
    sent.push(value)
  })
  for (let value = 0; value < 100; value++) sender.send(value)
  await sender.settle()
  expect(sent).toEqual([0, 99])
})

it('never delivers two at once', async () => {
  let running = 0
  let most = 0
  const sender = limitRate<number>(0, async () => {
    running += 1
    most = Math.max(most, running)
    await new Promise((resolve) => setTimeout(resolve, 2))
    running -= 1
  })
  for (let value = 0; value < 10; value++) {
    sender.send(value)
    await new Promise((resolve) => setTimeout(resolve, 1))
  }
  await sender.settle()
  expect(most).toBe(1)
})

it('tells a failed delivery to the one who settles, and goes on afterwards', async () => {
  const sent: number[] = []
  const sender = limitRate<number>(0, async (value) => {
    if (value === 1) throw new Error('as the test wishes')
    sent.push(value)
  })
  sender.send(1)
  await expect(sender.settle()).rejects.toThrow('as the test wishes')
  sender.send(2)
  await sender.settle()
  expect(sent).toEqual([2])
})
