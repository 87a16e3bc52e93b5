import { z } from 'zod'
import { idSchema, styleIdSchema } from './common'
import { portraitQualitySchema } from './portraits'

/** An order that stopped two workers, as operators see it: what was asked for, and nothing of who asked or of the photo. */
const setAsideOrderSchema = z.strictObject({
  id: idSchema,
  styleId: styleIdSchema,
  quality: portraitQualitySchema,
  /** Long side, px. */
  size: z.int().positive(),
  attempts: z.int().nonnegative(),
  setAsideAt: z.iso.datetime(),
})
export const setAsideQuerySchema = z.strictObject({ cursor: idSchema.optional() })
export const setAsideResponseSchema = z.strictObject({
  orders: z.array(setAsideOrderSchema),
  nextCursor: idSchema.nullable(),
})
export type SetAsideResponse = z.infer<typeof setAsideResponseSchema>
