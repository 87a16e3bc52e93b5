import { z } from 'zod'
import { bilingualSchema, idSchema } from './common'

const words = (most: number) => z.strictObject({ en: z.string().trim().max(most), zh: z.string().trim().max(most) })
const title = z.strictObject({ en: z.string().trim().min(1).max(120), zh: z.string().trim().min(1).max(120) })

export const tourLimits = { stops: 60, tours: 20, textLength: 1_500, pauseSeconds: 60 } as const

export const audioLimits = {
  bytes: 10 * 1024 * 1024,
  mimeTypes: ['audio/mpeg', 'audio/mp4', 'audio/ogg', 'audio/webm'],
} as const

export const tourStopViewSchema = z.strictObject({
  id: idSchema,
  artworkId: idSchema,
  text: bilingualSchema,
  /** How long one looks on in silence after the words, seconds. */
  pauseSeconds: z.int().min(0).max(tourLimits.pauseSeconds),
  /** Addresses of recorded voices; null where the visitor's device is to speak. */
  audio: z.strictObject({ en: z.string().nullable(), zh: z.string().nullable() }),
})
export type TourStopView = z.infer<typeof tourStopViewSchema>

export const tourViewSchema = z.strictObject({
  id: idSchema,
  title: bilingualSchema,
  text: bilingualSchema,
  isPublished: z.boolean(),
  /** To be sent back with a change: one of an older version is refused. */
  version: z.int().positive(),
  stops: z.array(tourStopViewSchema),
})
export type TourView = z.infer<typeof tourViewSchema>
export const toursResponseSchema = z.strictObject({ tours: z.array(tourViewSchema) })

/** A stop as it is wished: with the id of the one that it changes, or without for a new one. Their order is the tour's. */
export const tourStopWishSchema = z.strictObject({
  id: idSchema.optional(),
  artworkId: idSchema,
  text: words(tourLimits.textLength).default({ en: '', zh: '' }),
  pauseSeconds: z.int().min(0).max(tourLimits.pauseSeconds).default(4),
})

export const createTourBodySchema = z.strictObject({
  title,
  text: words(tourLimits.textLength).default({ en: '', zh: '' }),
})
export type CreateTourBody = z.infer<typeof createTourBodySchema>

/** The whole tour as it is to be: stops that are not in it are taken out. */
export const changeTourBodySchema = createTourBodySchema.extend({
  version: z.int().positive(),
  isPublished: z.boolean(),
  stops: z.array(tourStopWishSchema).max(tourLimits.stops),
})
export type ChangeTourBody = z.infer<typeof changeTourBodySchema>

export const deleteTourQuerySchema = z.strictObject({ version: z.coerce.number().int().positive() })
export const tourParamsSchema = z.strictObject({ id: idSchema })
export const stopVoiceParamsSchema = z.strictObject({ id: idSchema, language: z.enum(['en', 'zh']) })
/** `v`: a part of the recording's name, so that every recording has an address of its own. */
export const voiceQuerySchema = z.strictObject({ v: z.string().regex(/^[0-9a-f]{12}$/) })
