import { setImmediate as turn } from 'node:timers/promises'
import { fail, HouseError } from '@/server/platform/errors'

/** Waiting wishes of one lane, beyond which more are refused: memory has an end, and so has patience. */
const MOST_WAITING = 20_000
/**
 * Whoever has waited longer, ms, is refused where the batch before failed (it hung, and so may the next) or went without them (more come
 * than can be written). Whoever waited for a slow batch alone is written with the next one: it was slow, and it is over.
 */
const LONGEST_WAIT_MS = 3_000

interface Rules<Wish, Answer> {
  /** Wishes of one lane are written one batch after the other; lanes do not wait for each other. */
  laneOf(wish: Wish): string
  /** Two wishes with the same name never share a batch, and keep their order. */
  nameOf(wish: Wish): string
  /** Wishes in a batch at most. */
  most: number
  /** Writes all or none. Answers come in the order of the wishes. */
  write(wishes: readonly Wish[]): Promise<readonly Answer[]>
}

interface Waiting<Wish, Answer> {
  wish: Wish
  since: number
  /** A batch went without it. */
  wasLeft: boolean
  resolve(answer: Answer): void
  reject(reason: unknown): void
}

/** Takes the next batch out of those that wait, oldest first. */
function takeBatch<Wish, Answer>(waiting: Waiting<Wish, Answer>[], { nameOf, most }: Rules<Wish, Answer>) {
  const names = new Set<string>()
  const [batch, later]: [typeof waiting, typeof waiting] = [[], []]
  for (const one of waiting) {
    const name = nameOf(one.wish)
    const isNext = batch.length < most && !names.has(name)
    names.add(name)
    if (!isNext) one.wasLeft = true
    ;(isNext ? batch : later).push(one)
  }
  return { batch, later }
}

/**
 * Group commit: while one batch of a lane is being written, wishes that arrive wait, and all of them are the next batch. Nobody waits
 * for a clock (a lone wish is written in the same turn of the event loop), and each is answered only after its own batch is committed.
 *
 * @see "Implementation Techniques for Main Memory Database Systems", DeWitt et al., 1984 (group commit)
 */
export function writeTogether<Wish, Answer>(rules: Rules<Wish, Answer>): (wish: Wish) => Promise<Answer> {
  const lanes = new Map<string, Waiting<Wish, Answer>[]>()

  async function work(lane: string) {
    let hasFailed = false
    for (;;) {
      // Whoever was answered just now may come again at once, and whoever arrived in this turn of the event loop belongs together.
      await turn()
      const { batch, later } = takeBatch(lanes.get(lane) ?? [], rules)
      if (batch.length === 0) break
      lanes.set(lane, later)
      const earliest = Date.now() - LONGEST_WAIT_MS
      const isTooLate = ({ since, wasLeft }: Waiting<Wish, Answer>) => since < earliest && (hasFailed || wasLeft)
      const timely = batch.filter((one) => !isTooLate(one))
      const tooLate = new HouseError('unavailable', { retryAfterSeconds: 2 })
      for (const one of batch) if (isTooLate(one)) one.reject(tooLate)
      if (timely.length === 0) continue
      try {
        const answers = await rules.write(timely.map(({ wish }) => wish))
        hasFailed = false
        for (const [index, { resolve }] of timely.entries()) resolve(answers[index] as Answer)
      } catch (error) {
        hasFailed = true
        for (const { reject } of timely) reject(error)
      }
    }
    lanes.delete(lane)
  }

  return (wish) =>
    new Promise((resolve, reject) => {
      const lane = rules.laneOf(wish)
      const waiting = lanes.get(lane)
      if (waiting && waiting.length >= MOST_WAITING) return fail('unavailable', { retryAfterSeconds: 2 })
      const own = { wish, since: Date.now(), wasLeft: false, resolve, reject }
      if (waiting) return waiting.push(own)
      lanes.set(lane, [own])
      return work(lane)
    })
}
