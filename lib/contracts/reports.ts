import { z } from 'zod'
import { bilingualSchema, idSchema } from './common'
import { reportReasons } from './limits'
import { pictureViewSchema } from './pictures'

/** What visitors may complain of. Each has an entry in server/moderation/subjects.ts, which says how it is found and hidden. */
export const reportSubjectKinds = ['artwork', 'person', 'comment', 'book-entry'] as const
export const reportSubjectKindSchema = z.enum(reportSubjectKinds)
export type ReportSubjectKind = z.infer<typeof reportSubjectKindSchema>

export const reportReasonSchema = z.enum(reportReasons)
export type ReportReason = z.infer<typeof reportReasonSchema>

export const reportBodySchema = z.strictObject({
  subjectKind: reportSubjectKindSchema,
  subjectId: idSchema,
  reason: reportReasonSchema,
  text: z.string().trim().max(1000).default(''),
})
export type ReportBody = z.infer<typeof reportBodySchema>

export const caseStatusSchema = z.enum(['OPEN', 'UPHELD', 'DISMISSED'])
export type CaseStatus = z.infer<typeof caseStatusSchema>

/** What a case is about, as it is now. */
export const caseSubjectSchema = z.strictObject({
  title: bilingualSchema,
  text: z.string(),
  /** Its page; null where it has none. */
  href: z.string().nullable(),
  picture: pictureViewSchema.nullable(),
  isHidden: z.boolean(),
  /** Whose it is; null for the house's own. */
  author: z.strictObject({ id: idSchema, name: z.string(), isBanned: z.boolean() }).nullable(),
})
export type CaseSubject = z.infer<typeof caseSubjectSchema>

export const caseViewSchema = z.strictObject({
  id: idSchema,
  subjectKind: reportSubjectKindSchema,
  /** Null when it is gone. */
  subject: caseSubjectSchema.nullable(),
  status: caseStatusSchema,
  note: z.string(),
  openedAt: z.iso.datetime(),
  decidedAt: z.iso.datetime().nullable(),
  reportCount: z.int().nonnegative(),
  /** The latest 20. */
  reports: z.array(
    z.strictObject({ id: idSchema, reason: reportReasonSchema, text: z.string(), createdAt: z.iso.datetime() }),
  ),
})
export type CaseView = z.infer<typeof caseViewSchema>

export const casesQuerySchema = z.strictObject({
  status: caseStatusSchema.default('OPEN'),
  cursor: z.string().max(200).optional(),
})
export const casesPageSchema = z.strictObject({ cases: z.array(caseViewSchema), nextCursor: z.string().nullable() })
export type CasesPage = z.infer<typeof casesPageSchema>

export const decideCaseBodySchema = z.strictObject({
  decision: z.enum(['UPHELD', 'DISMISSED']),
  note: z.string().trim().max(1000).default(''),
})
export type DecideCaseBody = z.infer<typeof decideCaseBodySchema>
