import { z } from 'zod'
import { idSchema, roleSchema } from './common'

/** MiB of one person's: from nothing to 1 TiB. */
export const quotaSchema = z.int().min(0).max(1_048_576)

export const peopleFilters = ['all', 'curators', 'operators', 'banned', 'guests'] as const
export const peopleQuerySchema = z.strictObject({
  /** Part of a name or an address. */
  q: z.string().trim().max(100).default(''),
  filter: z.enum(peopleFilters).default('all'),
  cursor: z.string().max(100).optional(),
})
export type PeopleQuery = z.infer<typeof peopleQuerySchema>

/** Somebody as operators see them. */
export const personRowSchema = z.strictObject({
  id: idSchema,
  name: z.string(),
  /** Null for guests. */
  email: z.string().nullable(),
  isGuest: z.boolean(),
  role: roleSchema,
  bannedAt: z.iso.datetime().nullable(),
  /** MiB; null for the house's own measure. */
  quotaMiB: quotaSchema.nullable(),
  /** What their pictures take. */
  bytes: z.number().nonnegative(),
  version: z.int(),
  createdAt: z.iso.datetime(),
})
export type PersonRow = z.infer<typeof personRowSchema>

export const peoplePageSchema = z.strictObject({ people: z.array(personRowSchema), nextCursor: z.string().nullable() })
export type PeoplePage = z.infer<typeof peoplePageSchema>

/** `version`: as it was read. */
export const setRoleBodySchema = z.strictObject({ role: roleSchema, version: z.int() })
export const setQuotaBodySchema = z.strictObject({ quotaMiB: quotaSchema.nullable(), version: z.int() })
