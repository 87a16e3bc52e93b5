import { z } from 'zod'

/** Every kind of object that the trail speaks of. */
export const auditSubjects = [
  'admission',
  'announcement',
  'artwork',
  'book',
  'case',
  'exhibition',
  'house',
  'person',
  'portrait',
  'queue',
  'submission',
  'tour',
  'worker',
] as const
export type AuditSubject = (typeof auditSubjects)[number]

export const auditQuerySchema = z.strictObject({
  /** Id or address of whoever did it; `house` for the house itself. */
  person: z.string().trim().max(254).default(''),
  action: z.string().trim().max(80).default(''),
  /** Kind of the object; with `id`, that one alone. */
  kind: z.union([z.literal(''), z.enum(auditSubjects)]).default(''),
  id: z.string().trim().max(200).default(''),
  cursor: z.string().max(40).optional(),
})
export type AuditQuery = z.infer<typeof auditQuerySchema>

export const auditEntrySchema = z.strictObject({
  id: z.string(),
  action: z.string(),
  /** Null for the house itself. */
  actorId: z.string().nullable(),
  /** Null where the person is gone, or it was the house. */
  actor: z.string().nullable(),
  subjectType: z.string(),
  subjectId: z.string(),
  /** Of a person that is still there. */
  subjectName: z.string().nullable(),
  at: z.iso.datetime(),
  detail: z.record(z.string(), z.unknown()),
})
export type AuditEntryView = z.infer<typeof auditEntrySchema>

export const auditPageSchema = z.strictObject({ entries: z.array(auditEntrySchema), nextCursor: z.string().nullable() })
export type AuditPage = z.infer<typeof auditPageSchema>
