import { z } from 'zod'
import type { ErrorCode } from './errors'

/**
 * Rungs of the overload ladder. 0 open: everything. 1 no HD: standard size, half of the refinement. 2 quick: painted once, smaller.
 * 3 accounts only: what is painted already, and turn numbers for people with an account; others wait, or are painted by their own device.
 * 4 closed: no orders for a moment. Browsing, likes and favourites are the same on every rung.
 */
export const rungs = [0, 1, 2, 3, 4] as const
export const rungSchema = z.union(rungs.map((rung) => z.literal(rung)))
export type Rung = z.infer<typeof rungSchema>

interface RungLimits {
  /** Largest long side (px) that is painted. */
  largestSize: number
  /** Part of the refinement steps that is left, 0 to 1; with none left a MASTER is painted as a PAINTING. */
  refinement: number
  /** Pause between two previews, ms. */
  previewMs: number
}

const quick: RungLimits = { largestSize: 512, refinement: 0, previewMs: 1_000 }

/** What is painted of a wish on each rung; the order form shows the same. */
export const rungLimits: Record<Rung, RungLimits> = {
  0: { largestSize: 2048, refinement: 1, previewMs: 250 },
  1: { largestSize: 1024, refinement: 0.5, previewMs: 250 },
  2: quick,
  3: quick,
  4: quick,
}

/** Refusals of the door: nothing was done, nothing is wrong, and the same order, or the same file, is welcome later. */
export const doorRefusals = [
  'painter_busy',
  'no_turn',
  'studio_closed',
  'photos_waiting',
] as const satisfies ErrorCode[]

export function isDoorRefusal(code: string): boolean {
  return doorRefusals.some((each) => each === code)
}

/** The present state of the door, the same for everybody. */
export const admissionViewSchema = z.strictObject({
  rung: rungSchema,
  /** The painter fails too often just now and is given a rest. */
  isPainterResting: z.boolean(),
  /** Seconds after which it is worth asking again; null while orders are taken. */
  retryAfterSeconds: z.int().positive().nullable(),
})
export type AdmissionView = z.infer<typeof admissionViewSchema>

/**
 * Answer header of an order that came to a closed door, and request header of its next try: whoever comes back with one gets a turn as
 * soon as turns are given, before those who have just arrived. Opaque, signed, good for half an hour.
 */
export const queueTokenHeader = 'Queue-Token'
/** Answer header beside the token: how many come before it, about. */
export const queuePositionHeader = 'Queue-Position'

/** What an operator decides: a rung to stay on, or null to follow the load again. */
export const forceRungBodySchema = z.strictObject({ rung: rungSchema.nullable() })

export const breakerStates = ['closed', 'open', 'half-open'] as const
export type BreakerState = (typeof breakerStates)[number]

/** The ladder as operators see it. */
export const ladderViewSchema = z.strictObject({
  rung: rungSchema,
  /** The rung that an operator has set; null while the load decides. */
  forcedRung: rungSchema.nullable(),
  /** Seconds of painting that wait, shared among the workers. */
  backlogSeconds: z.number().nonnegative(),
  /** Backlog (s) from which each rung holds, from rung 1 to rung 4. */
  thresholds: z.array(z.number().nonnegative()).length(4),
  /** Around all painting, and for each model that was painted with of late. */
  breaker: z.enum(breakerStates),
  models: z.array(z.strictObject({ model: z.string(), breaker: z.enum(breakerStates) })),
})
export type LadderView = z.infer<typeof ladderViewSchema>
