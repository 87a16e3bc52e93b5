import { sizeClassOf } from '@/lib/contracts/portraits'
import { readAdmission } from '@/server/admission/admission'
import { tryToken } from '@/server/admission/take-token'
import { db } from '@/server/platform/db'
import { Declined } from '@/server/queue/declined'
import { workerSilenceSeconds } from '@/server/workers/report-presence'
import { failOrder } from './fail-order'

/** What a worker can do, and how well. */
export interface Abilities {
  /** Size classes (long sides, px) that it takes. */
  sizes: readonly number[]
  /** Networks that it has, as `name version`, and those of them that it holds open. */
  models: readonly string[]
  warm: readonly string[]
  /** onnxruntime's execution provider: `cpu`, `cuda` and so on. */
  provider: string
  /** Null before its first painting. */
  secondsPerMegapixel: number | null
}

/** An order of this worker's own kind waits so long, in seconds, for one that would do it better and has nothing to do; then anyone takes it. */
const graceSeconds = 2
const graceDelayMs = 150
/** So much faster is better. */
const fasterBy = 2
/** Until an order that cannot be painted here is offered again; spread, so that the same worker does not always come first. */
const cannotDelayMs = 1_000
/** So long, in seconds, an order waits for a worker that takes its size to come. */
const longestWithoutWorker = 600

/** ... and until it is while the breaker is open. */
const restDelayMs = 1_000

const spread = (ms: number) => Math.round(ms * (0.5 + Math.random()))

interface Facts {
  attempt: number
  longSide: number
  /** Since it last joined the line. */
  waitedSeconds: number
  /** An operator wants this worker to take nothing new. */
  isDrained: boolean
  /** Networks that its manners belong to, where they cannot be studied anew with another one. */
  needs: string[]
}

export function canPaint(
  { longSide, needs }: Pick<Facts, 'longSide' | 'needs'>,
  { sizes, models }: Abilities,
): boolean {
  return sizes.includes(sizeClassOf(longSide)) && needs.every((model) => models.includes(model))
}

/** Whether one should be let go first: it holds the networks open and we do not, or it is much faster. */
export function isBetter({ needs }: Pick<Facts, 'needs'>, other: Abilities, mine: Abilities): boolean {
  const isWarm = (worker: Abilities) => needs.every((model) => worker.warm.includes(model))
  if (isWarm(other) !== isWarm(mine)) return isWarm(other)
  // Before both were measured, any accelerator counts for more than a processor.
  if (other.secondsPerMegapixel === null || mine.secondsPerMegapixel === null)
    return other.provider !== 'cpu' && mine.provider === 'cpu'
  return other.secondsPerMegapixel * fasterBy <= mine.secondsPerMegapixel
}

async function readFacts(orderId: string, workerId: string): Promise<Facts | null> {
  const [facts] = await db.$queryRaw<Facts[]>`
    SELECT o."attempt", o."longSide", extract(epoch FROM now() AT TIME ZONE 'UTC' - o."queuedAt")::float8 AS "waitedSeconds",
      EXISTS (SELECT 1 FROM "WorkerPresence" w WHERE w."id" = ${workerId} AND w."drainedAt" IS NOT NULL) AS "isDrained",
      ARRAY(SELECT s."modelName" || ' ' || s."modelVersion" FROM "Style" s
        WHERE s."id" IN (o."styleId", o."blendStyleId") AND s."pictureSha256" IS NULL AND s."modelName" IS NOT NULL) AS "needs"
    FROM "PortraitOrder" o WHERE o."id" = ${orderId} AND o."status" IN ('QUEUED', 'PAINTING') AND o."leaderId" IS NULL`
  return facts ?? null
}

interface Living extends Abilities {
  isIdle: boolean
}

function readLiving(exceptId: string): Promise<Living[]> {
  return db.$queryRaw<Living[]>`
    SELECT "sizes", "models", "warm", "provider", "secondsPerMegapixel", "busy" < "concurrency" AS "isIdle" FROM "WorkerPresence"
    WHERE "id" <> ${exceptId} AND "drainedAt" IS NULL AND "seenAt" > now() - make_interval(secs => ${workerSilenceSeconds})`
}

/** An order that this worker cannot paint: left to others if there are any, and never for ever. */
async function leaveToOthers(orderId: string, facts: Facts, living: readonly Living[]): Promise<void> {
  const declined = new Declined(spread(cannotDelayMs), 'this worker cannot paint it')
  if (living.some((other) => canPaint(facts, other))) throw declined
  // Nobody has the network: whoever takes it brings the styles up to date (worker/jobs/paint-portrait.ts), and in the end the artist is told.
  const hasNetwork = (worker: Abilities) => facts.needs.every((model) => worker.models.includes(model))
  if (!living.some(hasNetwork) && facts.needs.length > 0) return
  if (facts.waitedSeconds < longestWithoutWorker) throw declined
  await failOrder({ id: orderId, attempt: facts.attempt }, 'painter_failed')
}

/** Whether an order waits that was never tried. */
async function isAnyFresh(): Promise<boolean> {
  const fresh = { status: 'QUEUED', attempt: 0, leaderId: null } as const
  return (await db.portraitOrder.findFirst({ where: fresh, select: { id: true } })) !== null
}

/**
 * While the breaker is open painting fails, and each order that is tried all the same loses one of its claims for nothing: workers rest, and
 * half open they take one a second on trial, all of them together. Until it is known how that ends the others stay in line.
 * The trial is an order that was never tried, if there is one: what has failed before may be the order's own fault, and tell nothing.
 *
 * @throws {Declined}
 */
async function restWhileOpen({ attempt, needs }: Facts): Promise<void> {
  const { breaker, models } = await readAdmission()
  const scopes = [['all', breaker] as const, ...needs.map((model) => [model, models.get(model) ?? 'closed'] as const)]
  const worst = scopes.find(([, state]) => state === 'open') ?? scopes.find(([, state]) => state === 'half-open')
  if (!worst) return
  const [scope, state] = worst
  const mayTry = state === 'half-open' && (attempt === 0 || !(await isAnyFresh()))
  if (mayTry && (await tryToken('painting-trial', scope))) return
  throw new Declined(spread(restDelayMs), 'painting fails: the breaker is open')
}

/**
 * Whether this worker should take an order at all. One whose size no living worker has taken for ten minutes ends here.
 *
 * @throws {Declined} for every order while the worker is drained, for one that others can paint and this worker cannot (size, network), and for a fresh one while another worker that
 * would do it better has nothing to do; for all but a trial now and then while the breaker is not closed
 */
export async function weighOrder(orderId: string, workerId: string, mine: Abilities): Promise<void> {
  const facts = await readFacts(orderId, workerId)
  if (!facts) return
  // It stops asking for orders with its next report; what it was given before then goes to others.
  if (facts.isDrained) throw new Declined(spread(cannotDelayMs), 'an operator wants this worker to take nothing new')
  await restWhileOpen(facts)
  const isAble = canPaint(facts, mine)
  if (isAble && facts.waitedSeconds >= graceSeconds) return
  const living = await readLiving(workerId)
  if (!isAble) return leaveToOthers(orderId, facts, [...living, { ...mine, isIdle: true }])
  const isLeftToAnother = living.some((other) => other.isIdle && canPaint(facts, other) && isBetter(facts, other, mine))
  if (isLeftToAnother) throw new Declined(spread(graceDelayMs), 'another worker does it better')
}
