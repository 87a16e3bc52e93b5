import { z } from 'zod'
import { bilingualSchema, idSchema, slugSchema, styleIdSchema } from './common'
import { failureCodes } from './errors'
import { pictureViewSchema } from './pictures'

export const portraitStatuses = ['QUEUED', 'PAINTING', 'PAINTED', 'FAILED', 'CANCELLED'] as const
export const portraitStatusSchema = z.enum(portraitStatuses)
export type PortraitStatus = z.infer<typeof portraitStatusSchema>

export const portraitQualitySchema = z.enum(['SKETCH', 'PAINTING', 'MASTER'])
export type PortraitQuality = z.infer<typeof portraitQualitySchema>

/** Stages of the anytime painter, coarse to fine. */
export const portraitStages = ['sketch', 'study', 'painting', 'master'] as const
export const portraitStageSchema = z.enum(portraitStages)
export type PortraitStage = z.infer<typeof portraitStageSchema>

/** Long sides (px) that can be ordered. */
export const portraitSizes = [512, 768, 1024] as const

/** Photos: limits checked before anything is decoded. */
export const photoLimits = {
  bytes: 15 * 1024 * 1024,
  pixels: 40_000_000,
  shortestSide: 16,
  longestRatio: 12,
  mimeTypes: ['image/jpeg', 'image/png', 'image/webp', 'image/avif'],
} as const

/** The form's fields beside the file `photo` (multipart/form-data): all strings on the wire. */
export const portraitOrderFormSchema = z.strictObject({
  style: styleIdSchema,
  strength: z.coerce.number().min(0).max(1).default(1),
  size: z.coerce
    .number()
    .pipe(
      z.union(
        portraitSizes.map((size) => z.literal(size)) as [z.ZodLiteral<512>, z.ZodLiteral<768>, z.ZodLiteral<1024>],
      ),
    )
    .default(768),
  keepColours: z
    .enum(['true', 'false'])
    .default('false')
    .transform((value) => value === 'true'),
})
export type PortraitOrderForm = z.infer<typeof portraitOrderFormSchema>

/** Header `Idempotency-Key`: the same key from the same person is the same order, however often it is sent. */
export const idempotencyKeySchema = z.string().regex(/^[A-Za-z0-9_-]{8,100}$/)

/** An order as its owner sees it: the snapshot that events build on. */
export const portraitViewSchema = z.strictObject({
  id: idSchema,
  status: portraitStatusSchema,
  /** Events with a lower (attempt, sequence) than the snapshot's are old news. */
  attempt: z.int().nonnegative(),
  sequence: z.int().nonnegative(),
  stage: portraitStageSchema.nullable(),
  /** 0 to 1. */
  progress: z.number().min(0).max(1),
  /** A true intermediate painting; null before the first. */
  previewUrl: z.string().nullable(),
  /** While QUEUED: orders ahead of it, and seconds until it should be finished. Null when unknown. */
  queuePosition: z.int().nonnegative().nullable(),
  estimateSeconds: z.number().nonnegative().nullable(),
  style: z.strictObject({ id: styleIdSchema, title: bilingualSchema, artist: bilingualSchema }),
  strength: z.number().min(0).max(1),
  size: z.int().positive(),
  keepColours: z.boolean(),
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
