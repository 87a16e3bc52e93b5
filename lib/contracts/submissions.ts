import { z } from 'zod'
import { artworkViewSchema } from './artworks'
import { bilingualSchema, idSchema, slugSchema } from './common'

export const submissionViewSchema = z.strictObject({
  id: idSchema,
  status: z.enum(['PENDING', 'ACCEPTED', 'DECLINED']),
  note: z.string(),
  exhibition: z.strictObject({ slug: slugSchema, title: bilingualSchema }),
  artwork: artworkViewSchema,
  submittedBy: z.string(),
  createdAt: z.iso.datetime(),
})
export type SubmissionView = z.infer<typeof submissionViewSchema>
export const submissionsResponseSchema = z.strictObject({ submissions: z.array(submissionViewSchema) })

export const decideSubmissionBodySchema = z.strictObject({
  decision: z.enum(['ACCEPTED', 'DECLINED']),
  note: z.string().trim().max(1000).default(''),
})
