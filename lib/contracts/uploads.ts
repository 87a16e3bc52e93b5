import { z } from 'zod'
import { idSchema } from './common'

/** Pictures for the depot and for an artist's home; a part is what is lost at most when the network goes. */
export const uploadLimits = {
  bytes: 50 * 1024 * 1024,
  partBytes: 512 * 1024,
  mimeTypes: ['image/jpeg', 'image/png', 'image/webp', 'image/avif'],
} as const

export const sha256Schema = z.string().regex(/^[0-9a-f]{64}$/)

export const beginUploadBodySchema = z.strictObject({
  name: z.string().trim().min(1).max(255),
  bytes: z.int().min(1).max(uploadLimits.bytes),
  /** Of the whole file; browsers reckon it on https and localhost only. */
  sha256: sha256Schema.optional(),
})
export type BeginUploadBody = z.infer<typeof beginUploadBodySchema>

export const uploadViewSchema = z.strictObject({
  id: idSchema,
  /** The last part may be shorter. */
  partBytes: z.int().positive(),
  parts: z.int().positive(),
  /** Parts that are here already, from 0. */
  received: z.array(z.int().nonnegative()),
})
export type UploadView = z.infer<typeof uploadViewSchema>

export const uploadPartParamsSchema = z.strictObject({ id: idSchema, part: z.coerce.number().int().min(0).max(9_999) })

/** What becomes of a whole file: a work in the depot, one's own work, or another picture of a work. */
export const finishUploadBodySchema = z.discriminatedUnion('as', [
  z.strictObject({
    as: z.literal('depot'),
    /** Keep it though the same picture lies there already. */
    keepDuplicate: z.boolean().default(false),
  }),
  z.strictObject({ as: z.literal('own'), keepDuplicate: z.boolean().default(false) }),
  z.strictObject({ as: z.literal('replacement'), artworkId: idSchema, version: z.int() }),
])
export type FinishUploadBody = z.infer<typeof finishUploadBodySchema>

export const finishUploadResponseSchema = z.strictObject({
  artworkId: idSchema,
  /** The work was there before with the same picture; nothing was added. */
  isDuplicate: z.boolean(),
})
export type FinishUploadResponse = z.infer<typeof finishUploadResponseSchema>
