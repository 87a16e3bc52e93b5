import { expect, test } from 'vitest'
import type { Reactions } from '@/lib/contracts/presence'
import { createMotes, liftOf, type Mote, opacityOf } from './motes'

const ids = Array.from({ length: 10 }, (_, index) => `work-${index}`)
const indexOf = new Map(ids.map((id, index) => [id, index]))

/** Reactions in the air, with frames when a test says so. */
function open() {
  const motes = createMotes(indexOf, () => 0.75)
  const ended: Mote[] = []
  return {
    motes,
    ended,
    hear: (...reactions: Reactions['reactions']) => motes.hear(reactions),
    /** Shares of life that are over in a frame, of those that float, the latest first. */
    frame(now: number) {
      const shares: number[] = []
      motes.step(
        now,
        (_, share) => shares.push(share),
        (mote) => ended.push(mote),
      )
      return shares
    },
  }
}

test('one appears with the first frame that knows of it, however late that is, and is gone 3.2 s later', () => {
  const { hear, frame, motes, ended } = open()
  const [mote] = hear(['work-3', 'flower', 1])
  expect(mote).toMatchObject({ work: 3, kind: 'flower', aside: 0.25 })
  expect([frame(90_000), frame(91_600), frame(93_199).map(Math.round)]).toEqual([[0], [0.5], [1]])
  expect([motes.count, ended]).toEqual([1, []])
  expect([frame(93_200), motes.count, ended]).toEqual([[], 0, [mote]])
})

test('several of one work follow each other', () => {
  const { hear, frame } = open()
  hear(['work-0', 'joy', 3])
  expect([frame(0).length, frame(159).length, frame(160).length, frame(320).length]).toEqual([1, 1, 2, 3])
})

test('no more than 12 rise from one work, and 40 from all, until some have ended', () => {
  const { hear, frame, motes } = open()
  expect(hear(['work-0', 'joy', 1_000])).toHaveLength(12)
  expect(hear(['work-0', 'calm', 1])).toHaveLength(0)
  hear(...ids.map((id): Reactions['reactions'][number] => [id, 'wonder', 9]))
  expect(motes.count).toBe(40)
  frame(0)
  frame(10_000)
  expect(motes.count).toBe(0)
  expect(hear(['work-0', 'calm', 1])).toHaveLength(1)
})

test('what is for a work that does not hang here rises nowhere', () => {
  const { hear, motes } = open()
  expect([hear(['elsewhere', 'joy', 5]), motes.count]).toEqual([[], 0])
})

test('it rises all its life, more and more slowly, half a metre and a little; where motion is unwelcome it stands', () => {
  const lifts = [0, 0.25, 0.5, 0.75, 1].map((share) => liftOf(share, false))
  const steps = lifts.slice(1).map((lift, index) => lift - (lifts[index] as number))
  expect([lifts[0], lifts.at(-1)]).toEqual([0, 0.55])
  expect(steps.every((step, index) => step > 0 && step < (steps[index - 1] ?? 1))).toBe(true)
  const still = new Set([0, 0.25, 0.5, 0.75, 1].map((share) => liftOf(share, true)))
  expect([...still].map((lift) => lift > 0 && lift < 0.55)).toEqual([true])
})

test('it comes out of nothing, is seen whole, and fades to nothing', () => {
  const opacities = [0, 0.05, 0.125, 0.5, 0.6, 0.8, 1].map(opacityOf)
  expect(opacities.map((opacity) => Number(opacity.toFixed(2)))).toEqual([0, 0.4, 1, 1, 1, 0.5, 0])
})
