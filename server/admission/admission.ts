import type { BreakerState, Rung } from '@/lib/contracts/admission'
import { env } from '@/server/platform/env'
import { shared } from '@/server/platform/shared'
import { openedAtOf, type PaintingOutcome, stateAt } from './breaker'
import { type LadderState, stepLadder } from './ladder'
import { LastGood } from './last-good'
import { type Load, readLoad } from './read-load'
import { stepLine, type WaitingLine } from './waiting-line'
import { backlogOf, quickOrdersPerSecond, type WorkGroup } from './work'

/** The state of the door by which this process decides. */
export interface Admission {
  rung: Rung
  forcedRung: Rung | null
  /** An operator has paused the queue: the door is closed, whatever else holds. */
  isPaused: boolean
  /** Seconds of work that wait, with what this process has let in since it last looked. */
  backlogSeconds: number
  /** Orders that wait or are painted. */
  orders: number
  /** Around all painting. */
  breaker: BreakerState
  /** By model, `name version`; those without paintings of late are absent, and closed. */
  models: ReadonlyMap<string, BreakerState>
  /** The number of the last ticket of the closed door that may come in by now. */
  served: number
}

interface LetIn extends WorkGroup {
  isCommitted: boolean
}

/** What one look at the database tells. How paintings ended is folded here, once for all who ask until the next one. */
interface Reading extends Omit<Load, 'outcomes'> {
  /** When the breaker around all painting opened, ms since 1970; null while it is closed. */
  openedAt: number | null
  /** The same by model. */
  modelsOpenedAt: ReadonlyMap<string, number | null>
}

/** What this process remembers between readings. */
interface Memory {
  source: LastGood<Reading>
  ladder: LadderState | null
  /** Let in by this process, or about to be, and not yet seen by a reading. */
  letIn: Set<LetIn>
  line: WaitingLine | null
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
        const { outcomes, ...load } = await readLoad()
        for (const order of known) memory.letIn.delete(order)
        return { ...load, openedAt: openedAtOf(outcomes), modelsOpenedAt: openedAtByModel(outcomes) }
      },
      { freshMs, patienceMs },
    ),
    ladder: null,
    letIn: new Set(),
    line: null,
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
  const breaker = stateAt(load.openedAt, now)
  const models = new Map([...load.modelsOpenedAt].map(([model, openedAt]) => [model, stateAt(openedAt, now)]))
  const backlogSeconds = backlogOf([...load.queue, ...mine.letIn], load.pace)
  const isBreakerOpen = breaker !== 'closed'
  mine.ladder = stepLadder(mine.ladder, { backlogSeconds, isBreakerOpen, at: now }, settings)
  const { isPaused, forcedRung } = load
  const rung = isPaused ? 4 : (forcedRung ?? mine.ladder.rung)
  const { lastTicket, pace } = load
  mine.line = stepLine(mine.line, { rung, lastTicket, ordersPerSecond: quickOrdersPerSecond(pace), at: now })
  const orders = load.orders + mine.letIn.size
  return { rung, forcedRung, isPaused, backlogSeconds, orders, breaker, models, served: mine.line.served }
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

/** What is being made ready for an order of this kind counts as its work meanwhile: as many photos as decoders take may be decoded before the first of them is let in. */
export async function expectWork<T>(work: Omit<WorkGroup, 'count'>, prepare: () => Promise<T>): Promise<T> {
  const mine = memory()
  const order: LetIn = { ...work, count: 1, isCommitted: false }
  mine.letIn.add(order)
  try {
    return await prepare()
  } finally {
    mine.letIn.delete(order)
  }
}

/** Looks at the database anew for whoever asks next. */
export function forgetReading(): void {
  memory().source.forget()
}

function openedAtByModel(outcomes: Load['outcomes']): Map<string, number | null> {
  const byModel = new Map<string, PaintingOutcome[]>()
  for (const outcome of outcomes) {
    const own = byModel.get(outcome.model)
    if (own) own.push(outcome)
    else byModel.set(outcome.model, [outcome])
  }
  return new Map([...byModel].map(([model, own]) => [model, openedAtOf(own)]))
}
