import { z } from 'zod'
import { bilingualSchema } from './common'
import { portraitStageSchema } from './portraits'

/** Made anew each time that an artist shows a painting: it leads to nothing else. */
export const showIdSchema = z.string().regex(/^[\w-]{20,40}$/)

/** A portrait that is being painted now, by somebody who wants it to be seen. Nothing says who. */
export const easelViewSchema = z.strictObject({
  id: showIdSchema,
  attempt: z.int().nonnegative(),
  sequence: z.int().nonnegative(),
  stage: portraitStageSchema.nullable(),
  progress: z.number().min(0).max(1),
  style: z.strictObject({ title: bilingualSchema, artist: bilingualSchema }),
  previewUrl: z.string().nullable(),
})
export type EaselView = z.infer<typeof easelViewSchema>
export const easelsResponseSchema = z.strictObject({ easels: z.array(easelViewSchema) })

export const easelParamsSchema = z.strictObject({ id: showIdSchema })
export const easelPreviewQuerySchema = z.strictObject({ v: z.string().regex(/^\d{1,9}-\d{1,9}$/) })
export const showPortraitResponseSchema = z.strictObject({ isShown: z.boolean() })
