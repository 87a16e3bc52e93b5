import { z } from 'zod'
import { artworkViewSchema } from './artworks'
import { bilingualSchema, idSchema, slugSchema } from './common'

/** `CHANGES_ASKED` is a decline that invites to offer the work again. */
export const submissionStateSchema = z.enum(['PENDING', 'ACCEPTED', 'DECLINED', 'CHANGES_ASKED'])
export type SubmissionState = z.infer<typeof submissionStateSchema>

export const submissionViewSchema = z.strictObject({
  id: idSchema,
  status: submissionStateSchema,
  /** Of the latest decision. */
  note: z.string(),
  exhibition: z.strictObject({ slug: slugSchema, title: bilingualSchema }),
  artwork: artworkViewSchema,
  submittedBy: z.string(),
  /** When it was last offered. */
  submittedAt: z.iso.datetime(),
  /** Whether its artist may offer it again: not accepted, and the call still takes works. */
  mayOfferAgain: z.boolean(),
  /** What was said and decided, oldest first. */
  steps: z.array(
    z.strictObject({
      kind: z.enum(['OFFERED', 'ACCEPTED', 'DECLINED', 'CHANGES_ASKED']),
      note: z.string(),
      /** Null when that person is gone. */
      by: z.string().nullable(),
      at: z.iso.datetime(),
    }),
  ),
})
export type SubmissionView = z.infer<typeof submissionViewSchema>

export const submissionsQuerySchema = z.strictObject({
  status: submissionStateSchema.default('PENDING'),
  exhibition: slugSchema.optional(),
  cursor: z.string().max(200).optional(),
})
export type SubmissionsQuery = z.infer<typeof submissionsQuerySchema>
export const mySubmissionsQuerySchema = z.strictObject({ cursor: z.string().max(200).optional() })
export const submissionsPageSchema = z.strictObject({
  submissions: z.array(submissionViewSchema),
  nextCursor: z.string().nullable(),
})
export type SubmissionsPage = z.infer<typeof submissionsPageSchema>

const messageSchema = z.string().trim().max(1000).default('')

export const offerBodySchema = z.strictObject({
  artworkId: idSchema,
  /** Of an exhibition with an open call. */
  exhibition: slugSchema,
  /** Words to the curators. */
  message: messageSchema,
})
export type OfferBody = z.infer<typeof offerBodySchema>
export const offerResponseSchema = z.strictObject({ submissionId: idSchema })

export const decideSubmissionBodySchema = z.strictObject({
  decision: submissionStateSchema.exclude(['PENDING']),
  /** Needed with CHANGES_ASKED. */
  note: messageSchema,
  /** With ACCEPTED: hang it in the next free place, too; otherwise it waits in the depot. */
  isHung: z.boolean().default(false),
})
export type DecideSubmissionBody = z.infer<typeof decideSubmissionBodySchema>

/** An exhibition's open call, as curators set it. */
export const callViewSchema = z.strictObject({
  slug: slugSchema,
  title: bilingualSchema,
  isOpen: z.boolean(),
  closesAt: z.iso.datetime().nullable(),
  text: bilingualSchema,
  /** Whether works can be offered now: open, its deadline not past, and the exhibition announced or running. */
  takesWorks: z.boolean(),
  waiting: z.int().nonnegative(),
  version: z.int(),
})
export type CallView = z.infer<typeof callViewSchema>

/** An open call as whoever may answer it reads it. */
export const openCallSchema = z.strictObject({
  slug: slugSchema,
  title: bilingualSchema,
  /** Until when works are taken; null: as long as the exhibition runs. */
  closesAt: z.iso.datetime().nullable(),
  text: bilingualSchema,
})
export type OpenCall = z.infer<typeof openCallSchema>
/** `cursor`: id of the last exhibition seen. */
export const openCallsQuerySchema = z.strictObject({ cursor: idSchema.optional() })
export const openCallsPageSchema = z.strictObject({ calls: z.array(openCallSchema), nextCursor: idSchema.nullable() })
export type OpenCallsPage = z.infer<typeof openCallsPageSchema>

export const callsQuerySchema = z.strictObject({ cursor: z.string().max(200).optional() })
export const callsPageSchema = z.strictObject({ calls: z.array(callViewSchema), nextCursor: z.string().nullable() })
export type CallsPage = z.infer<typeof callsPageSchema>

const callTextSchema = z.string().trim().max(2000)
export const setCallBodySchema = z.strictObject({
  isOpen: z.boolean(),
  closesAt: z.iso.datetime({ offset: true }).nullable(),
  text: z.strictObject({ en: callTextSchema, zh: callTextSchema }),
  /** As it was read; another one means that somebody else changed the exhibition meanwhile. */
  version: z.int(),
})
export type SetCallBody = z.infer<typeof setCallBodySchema>
