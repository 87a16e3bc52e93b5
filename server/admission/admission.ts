import type { BreakerState, Rung } from '@/lib/contracts/admission'
import { setAdmissionRung, setBreakerStates } from '@/server/metrics/admission-metrics'
import { env } from '@/server/platform/env'
import { shared } from '@/server/platform/shared'
import { readBreaker } from './breaker'
import { type LadderState, stepLadder } from './ladder'
import { LastGood } from './last-good'
import { type Load, readLoad } from './read-load'
import { backlogOf, type WorkGroup } from './work'

/** The state of the door by which this process decides. */
export interface Admission {
  rung: Rung
  forcedRung: Rung | null
  /** Seconds of work that wait, with what this process has let in since it last looked. */
  backlogSeconds: number
  /** Orders that wait or are painted. */
  orders: number
  /** Around all painting. */
  breaker: BreakerState
  /** By model, `name version`; those without paintings of late are absent, and closed. */
  models: ReadonlyMap<string, BreakerState>
  /** The latest number that was given out before the door closed, if it is closed; orders wait before it from here on. */
  doorMark: number
}

interface LetIn extends WorkGroup {
  isCommitted: boolean
}

/** What this process remembers between readings. */
interface Memory {
  source: LastGood<Load>
  ladder: LadderState | null
  /** Let in by this process, and not yet seen by a reading. */
  letIn: Set<LetIn>
  doorMark: number | null
}

const settings = {
  thresholds: env.ADMISSION_THRESHOLDS,
  downShare: env.ADMISSION_DOWN_SHARE,
  downSeconds: env.ADMISSION_DOWN_SECONDS,
}

/** The database is asked at most so often, by each process. */
const freshMs = 1_000
/** ... and an order waits so long for its answer, if an older one is known. */
const patienceMs = 250

function createMemory(): Memory {
  const memory: Memory = {
    source: new LastGood(
      async () => {
        const known = [...memory.letIn].filter(({ isCommitted }) => isCommitted)
        const load = await readLoad()
        for (const order of known) memory.letIn.delete(order)
        return load
      },
      { freshMs, patienceMs },
    ),
    ladder: null,
    letIn: new Set(),
    doorMark: null,
  }
  return memory
}

const memory = () => shared('admission', createMemory)

/**
 * The present rung, reckoned from the database once a second by each process and not for each order. Between two readings the work that
 * this process has let in counts too, so that a rush within one second walks up the ladder within that second.
 */
export async function readAdmission(): Promise<Admission> {
  const mine = memory()
  const load = await mine.source.get()
  const now = Date.now()
  const breaker = readBreaker(load.outcomes, now).state
  const models = breakersOf(load, now)
  const backlogSeconds = backlogOf([...load.queue, ...mine.letIn], load.pace)
  const isBreakerOpen = breaker !== 'closed'
  mine.ladder = stepLadder(mine.ladder, { backlogSeconds, isBreakerOpen, at: now }, settings)
  const rung = load.forcedRung ?? mine.ladder.rung
  if (rung < 4 || mine.doorMark === null) mine.doorMark = load.lastTicket
  tellMetrics(rung, breaker, models)
  const orders = load.orders + mine.letIn.size
  return { rung, forcedRung: load.forcedRung, backlogSeconds, orders, breaker, models, doorMark: mine.doorMark }
}

/** Lets an order of this kind in: it counts from now on, while `accept` commits it and until a reading knows of it. */
export async function letIn<T>(work: Omit<WorkGroup, 'count'>, accept: () => Promise<T>): Promise<T> {
  const mine = memory()
  const order: LetIn = { ...work, count: 1, isCommitted: false }
  mine.letIn.add(order)
  try {
    const accepted = await accept()
    order.isCommitted = true
    return accepted
  } catch (error) {
    mine.letIn.delete(order)
    throw error
  }
}

/** Looks at the database anew for whoever asks next. */
export function forgetReading(): void {
  memory().source.forget()
}

function breakersOf({ outcomes }: Load, now: number): Map<string, BreakerState> {
  const names = [...new Set(outcomes.map(({ model }) => model))]
  return new Map(
    names.map(
      (name) =>
        [
          name,
          readBreaker(
            outcomes.filter(({ model }) => model === name),
            now,
          ).state,
        ] as const,
    ),
  )
}

function tellMetrics(rung: Rung, breaker: BreakerState, models: ReadonlyMap<string, BreakerState>): void {
  setAdmissionRung(rung)
  setBreakerStates([['all', breaker], ...models])
}
