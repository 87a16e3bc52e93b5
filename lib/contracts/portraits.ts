import { z } from 'zod'
import { bilingualSchema, idSchema, slugSchema, styleIdSchema } from './common'
import { failureCodes } from './errors'
import { pictureViewSchema } from './pictures'

export const portraitStatuses = ['QUEUED', 'PAINTING', 'PAINTED', 'FAILED', 'CANCELLED'] as const
export const portraitStatusSchema = z.enum(portraitStatuses)
export type PortraitStatus = z.infer<typeof portraitStatusSchema>

/** From quick to thorough; MASTER is a painting that is refined afterwards, step by step. */
export const portraitQualities = ['SKETCH', 'PAINTING', 'MASTER'] as const
export const portraitQualitySchema = z.enum(portraitQualities)
export type PortraitQuality = z.infer<typeof portraitQualitySchema>

/** Stages of the anytime painter, coarse to fine. */
/** `lesson`: a manner that nobody was painted in before is being studied. */
export const portraitStages = ['lesson', 'sketch', 'study', 'painting', 'master'] as const
export const portraitStageSchema = z.enum(portraitStages)
export type PortraitStage = z.infer<typeof portraitStageSchema>

/** Why refinement ended: as many steps as were wanted, no progress any more, out of time, or the artist said so. */
export const refinementEndSchema = z.enum(['steps', 'plateau', 'budget', 'stop'])
export type RefinementEnd = z.infer<typeof refinementEndSchema>

/** Long sides (px) that can be ordered; the last is called HD. */
export const portraitSizes = [512, 768, 1024, 2048] as const
/** HD: from this long side on (px) it is painted in tiles, and operators may switch it off. */
export const hdSize = 2048
/** The largest size below it, px. */
export const mostWithoutHd = 1024
/** The smallest size on offer that a picture of this long side (px) fits into; the largest for one that fits into none. */
export function sizeClassOf(longSide: number): number {
  return portraitSizes.find((size) => longSide <= size) ?? Math.max(...portraitSizes)
}

/** From 0 to 1; in a form it comes as text. */
const shareSchema = z.number().min(0).max(1)
const shareFieldSchema = z.coerce.number().min(0).max(1)

/** Photos: limits checked before anything is decoded. */
export const photoLimits = {
  bytes: 15 * 1024 * 1024,
  pixels: 40_000_000,
  shortestSide: 16,
  longestRatio: 12,
  mimeTypes: ['image/jpeg', 'image/png', 'image/webp', 'image/avif'],
} as const

/**
 * The form's fields beside the file `photo` (multipart/form-data): all strings on the wire. As JSON they name the photo of an earlier order
 * instead, which then need not be sent, decoded and made anew.
 */
export const portraitOrderFormSchema = z.strictObject({
  /** The picture that was the photo of an order of one's own; in place of a file. */
  photoId: idSchema.optional(),
  /** A master's slug, or the id of a work that one may see. */
  style: styleIdSchema,
  quality: portraitQualitySchema.default('PAINTING'),
  strength: shareFieldSchema.default(1),
  /** 0 (fine) to 1 (broad). */
  strokes: shareFieldSchema.default(0.5),
  /** A second manner, named as `style` is. */
  blend: styleIdSchema.optional(),
  /** Its part: 0 (none of it) to 1 (it alone). Means nothing without `blend`. */
  blendPart: shareFieldSchema.default(0.5),
  size: z.coerce.number().pipe(z.literal(portraitSizes)).default(768),
  keepColours: z.union([z.boolean(), z.enum(['true', 'false']).transform((value) => value === 'true')]).default(false),
})
export type PortraitOrderForm = z.infer<typeof portraitOrderFormSchema>

/** Header `Idempotency-Key`: the same key from the same person is the same order, however often it is sent. */
export const idempotencyKeySchema = z.string().regex(/^[A-Za-z0-9_-]{8,100}$/)

const mannerSchema = z.strictObject({ id: styleIdSchema, title: bilingualSchema, artist: bilingualSchema })

/** An order as its owner sees it: the snapshot that events build on. */
export const portraitViewSchema = z.strictObject({
  id: idSchema,
  status: portraitStatusSchema,
  /** Events with a lower (attempt, sequence) than the snapshot's are old news. */
  attempt: z.int().nonnegative(),
  sequence: z.int().nonnegative(),
  stage: portraitStageSchema.nullable(),
  progress: shareSchema,
  /** Refinement: the loss when it was last measured, the steps done in the end, and why it ended. */
  loss: z.number().nonnegative().nullable(),
  steps: z.int().nonnegative(),
  end: refinementEndSchema.nullable(),
  /** True while the artist may say that what is there is enough. */
  isStoppable: z.boolean(),
  /** A true intermediate painting; null before the first. */
  previewUrl: z.string().nullable(),
  /** While QUEUED: orders ahead of it, and seconds until it should be finished. Null when unknown. */
  queuePosition: z.int().nonnegative().nullable(),
  estimateSeconds: z.number().nonnegative().nullable(),
  style: mannerSchema,
  blend: mannerSchema.extend({ part: shareSchema }).nullable(),
  quality: portraitQualitySchema,
  strength: shareSchema,
  strokes: shareSchema,
  size: z.int().positive(),
  keepColours: z.boolean(),
  /**
   * What was wished where the hour left less of it (the rung of the overload ladder, when it was ordered), and the refinement steps that it
   * left, null for all of its quality. `quality` and `size` are what is painted. Null where everything wished is.
   */
  cut: z
    .strictObject({ quality: portraitQualitySchema, size: z.int().positive(), steps: z.int().positive().nullable() })
    .nullable()
    .default(null),
  photo: pictureViewSchema,
  painting: pictureViewSchema.nullable(),
  failure: z.enum(failureCodes).nullable(),
  /** The artwork it became when it was hung or submitted. */
  artworkId: idSchema.nullable(),
  createdAt: z.iso.datetime(),
  finishedAt: z.iso.datetime().nullable(),
})
export type PortraitView = z.infer<typeof portraitViewSchema>

export const portraitsQuerySchema = z.strictObject({ cursor: z.string().max(200).optional() })
export const portraitsPageSchema = z.strictObject({
  portraits: z.array(portraitViewSchema),
  nextCursor: z.string().nullable(),
})
export type PortraitsPage = z.infer<typeof portraitsPageSchema>

/** Hanging a finished portrait in one's own room, with its label. */
export const hangPortraitBodySchema = z.strictObject({
  title: z.string().trim().min(1).max(120),
  description: z.string().trim().max(1000).default(''),
})
export type HangPortraitBody = z.infer<typeof hangPortraitBodySchema>
export const hangPortraitResponseSchema = z.strictObject({ artworkId: idSchema, roomSlug: slugSchema })

/** Offering it to an exhibition with an open call. */
export const submitPortraitBodySchema = hangPortraitBodySchema.extend({ exhibition: slugSchema })
export type SubmitPortraitBody = z.infer<typeof submitPortraitBodySchema>
export const submitPortraitResponseSchema = z.strictObject({ artworkId: idSchema, submissionId: idSchema })
