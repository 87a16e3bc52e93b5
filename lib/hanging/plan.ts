import { z } from 'zod'

/** How far from the plan's origin anything can be, metres. */
export const planReach = 200

/** Metres; the plan's origin is anywhere, x to the right, z towards the viewer of the plan (three.js' floor plane, y up). */
const coordinate = z.number().min(-planReach).max(planReach)
export const pointSchema = z.tuple([coordinate, coordinate])
export type Point = z.infer<typeof pointSchema>

/**
 * A wall is a segment seen from the inside of the room: walking from `from` to `to`, the room lies on the right hand.
 * So a room whose walls run clockwise on the plan (x to the right, z downwards) has them facing inwards.
 */
export const wallSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]{1,40}$/),
  from: pointSchema,
  to: pointSchema,
  /** Openings along the wall, metres from `from`; nothing hangs there and one walks through. */
  doors: z.array(z.strictObject({ at: z.number().nonnegative(), width: z.number().positive().max(20) })).default([]),
  /** Panes along the wall, metres from `from` and above the floor: nothing hangs there, one sees out and nobody walks through. */
  windows: z
    .array(
      z.strictObject({
        at: z.number().nonnegative(),
        width: z.number().positive().max(80),
        sill: z.number().nonnegative().max(10),
        head: z.number().positive().max(20),
      }),
    )
    .max(12)
    .default([]),
  /** False: a wall on which nothing may hang (the title wall). */
  isHanging: z.boolean().default(true),
})
export type Wall = z.infer<typeof wallSchema>

export const architectures = ['white-cube', 'salon', 'loft', 'dark-room', 'pavilion'] as const

/** #rrggbb */
export const wallColourSchema = z.string().regex(/^#[0-9a-f]{6}$/)

export const planSchema = z.strictObject({
  architecture: z.enum(architectures),
  /** Metres from floor to ceiling. */
  height: z.number().min(2.2).max(20),
  walls: z.array(wallSchema).min(3).max(200),
  /** Where a visitor comes in, and which way they look: radians, 0 looks along -z, positive turns left. */
  entrance: z.strictObject({ at: pointSchema, facing: z.number() }),
  /** Wall colour #rrggbb, where the architecture leaves a choice. */
  wallColour: wallColourSchema.optional(),
  /** `turn` in radians about the vertical: 0 lies along x, positive turns left. */
  benches: z
    .array(z.strictObject({ at: pointSchema, length: z.number().positive().max(6), turn: z.number() }))
    .default([]),
  /** Square pedestals, each with a vessel on it: metres along a side and above the floor. */
  plinths: z
    .array(
      z.strictObject({
        at: pointSchema,
        size: z.number().min(0.2).max(2),
        height: z.number().min(0.2).max(1.6),
        turn: z.number().default(0),
      }),
    )
    .max(20)
    .default([]),
  /** The stretch of a wall that bears the exhibition's title in letters, metres from `from`; nothing hangs there. */
  title: z
    .strictObject({ wall: z.string(), at: z.number().nonnegative(), width: z.number().positive().max(20) })
    .optional(),
})
export type Plan = z.infer<typeof planSchema>
export type PlanInput = z.input<typeof planSchema>
export type Bench = Plan['benches'][number]
export type Plinth = Plan['plinths'][number]
export type PlanWindow = Wall['windows'][number]
export type Architecture = (typeof architectures)[number]
