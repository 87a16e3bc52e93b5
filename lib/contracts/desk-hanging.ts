import { z } from 'zod'
import { planSchema } from '@/lib/hanging/plan'
import { bilingualSchema, idSchema, slugSchema } from './common'
import { curatorRoleSchema, deskWorkSchema } from './desk'
import { exhibitionStatusSchema } from './exhibitions'

/** Where a work hangs on a wall, metres: from the wall's left end and from the floor, both to the picture's middle. */
export const placeSchema = z.strictObject({
  wall: z.string().max(40),
  along: z.number().min(-1).max(400),
  centreHeight: z.number().min(-1).max(21),
})
export type DeskPlace = z.infer<typeof placeSchema>

export const deskHangingSchema = z.strictObject({
  id: idSchema,
  version: z.int().positive(),
  wall: z.string(),
  slot: z.int(),
  along: z.number().nullable(),
  centreHeight: z.number().nullable(),
  artwork: deskWorkSchema,
})
export type DeskHanging = z.infer<typeof deskHangingSchema>

export const deskRoomSchema = z.strictObject({
  id: idSchema,
  name: bilingualSchema,
  plan: planSchema,
  hangings: z.array(deskHangingSchema),
  exhibition: z.strictObject({
    id: idSchema,
    slug: slugSchema,
    title: bilingualSchema,
    status: exhibitionStatusSchema,
    /** The room of the one who looks, who hangs their own works in it. */
    isOwnRoom: z.boolean().default(false),
    rooms: z.array(z.strictObject({ id: idSchema, name: bilingualSchema })),
  }),
  myRole: curatorRoleSchema,
})
export type DeskRoom = z.infer<typeof deskRoomSchema>

/**
 * Where one hanging shall be; null: taken down. `base` is the version that the curator saw, 0 for one that is new: then its id is
 * made by the browser, so that a change which is sent twice is made once.
 */
export const hangingChangeSchema = z.strictObject({
  hangingId: idSchema,
  artworkId: idSchema,
  base: z.int().nonnegative(),
  place: placeSchema.nullable(),
})
export type HangingChange = z.infer<typeof hangingChangeSchema>
export const changeHangingsBodySchema = z.strictObject({ changes: z.array(hangingChangeSchema).min(1).max(200) })

/** A change that was not made: somebody else had changed the same work meanwhile, or the work may not be hung (any more). */
export const hangingConflictSchema = z.strictObject({
  hangingId: idSchema,
  artworkId: idSchema,
  reason: z.enum(['moved', 'taken_down', 'hung_already', 'not_available', 'over_budget']),
  /** Who did; null when nobody is known. */
  by: z.string().nullable(),
})
export type HangingConflict = z.infer<typeof hangingConflictSchema>
export const changeHangingsAnswerSchema = z.strictObject({
  room: deskRoomSchema,
  conflicts: z.array(hangingConflictSchema),
})
export type ChangeHangingsAnswer = z.infer<typeof changeHangingsAnswerSchema>

export const depotQuerySchema = z.strictObject({
  q: z.string().trim().max(100).optional(),
  cursor: z.string().max(200).optional(),
})
export const depotPageSchema = z.strictObject({ works: z.array(deskWorkSchema), nextCursor: z.string().nullable() })
export type DepotPage = z.infer<typeof depotPageSchema>
