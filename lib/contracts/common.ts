import { z } from 'zod'

/** A record's id as the house makes them (UUID version 7, lower case). */
export const idSchema = z.uuid()

/** A style's id: a master's slug, or the id of the work whose manner it is. */
export const styleIdSchema = z.string().regex(/^[a-z0-9][a-z0-9-]{1,79}$/)

/** An exhibition's slug as it stands in addresses. */
export const slugSchema = z.string().regex(/^[a-z0-9][a-z0-9-]{1,79}$/)

/** The one hole of an address, by what stands in it. */
export const byId = z.strictObject({ id: idSchema })
export const bySlug = z.strictObject({ slug: slugSchema })

/** The answer of what only has to be done. */
export const doneSchema = z.strictObject({ ok: z.literal(true) })

/** The same words in both languages. */
export const bilingualSchema = z.strictObject({ en: z.string(), zh: z.string() })
export type Bilingual = z.infer<typeof bilingualSchema>

export const errorSchema = z.strictObject({
  error: z.strictObject({
    code: z.string(),
    message: z.string(),
    requestId: z.string(),
    /** Field path -> what is wrong with it. */
    fields: z.record(z.string(), z.string()).optional(),
  }),
})
export type ErrorBody = z.infer<typeof errorSchema>

/** Roles from least to most; each may do what those before it may. */
export const roles = ['VISITOR', 'ARTIST', 'CURATOR', 'OPERATOR'] as const
export const roleSchema = z.enum(roles)
export type Role = z.infer<typeof roleSchema>
