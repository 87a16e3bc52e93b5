import { z } from 'zod'
import { idSchema, roleSchema } from './common'

export const signUpBodySchema = z.strictObject({
  name: z.string().trim().min(1).max(80),
  email: z.email().max(254),
  password: z.string().min(10).max(128),
})
export type SignUpBody = z.infer<typeof signUpBodySchema>

export const signInBodySchema = z.strictObject({
  email: z.email().max(254),
  password: z.string().min(1).max(128),
})
export type SignInBody = z.infer<typeof signInBodySchema>

/** The password once more: nothing brings the account back. */
export const deleteAccountBodySchema = z.strictObject({ password: z.string().min(1).max(128) })

/** Who is looking; null for someone who has not liked or ordered anything yet. */
export const meSchema = z.strictObject({
  person: z
    .strictObject({
      id: idSchema,
      name: z.string(),
      /** Null for guests. */
      email: z.string().nullable(),
      isGuest: z.boolean(),
      role: roleSchema,
      /** Slug of their own room, once something hangs there. */
      roomSlug: z.string().nullable(),
    })
    .nullable(),
})
export type Me = z.infer<typeof meSchema>
