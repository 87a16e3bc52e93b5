import { z } from 'zod'
import { bilingualSchema, idSchema, slugSchema } from './common'
import { pictureViewSchema } from './pictures'

export const artworkKindSchema = z.enum(['UPLOADED', 'PAINTED', 'IMPORTED'])

/** What a label on the wall says, and what a visitor may do with the work. */
export const artworkViewSchema = z.strictObject({
  id: idSchema,
  kind: artworkKindSchema,
  title: bilingualSchema,
  artist: bilingualSchema,
  year: z.string(),
  medium: bilingualSchema,
  credit: bilingualSchema,
  description: bilingualSchema,
  /** URI of a licence or rights statement; empty where none is given. */
  rights: z.string().default(''),
  /** Physical size in centimetres, without frame. */
  widthCm: z.number().positive(),
  heightCm: z.number().positive(),
  picture: pictureViewSchema,
  /** Whose public page tells of its artist; null where there is none. */
  artistId: idSchema.nullable().default(null),
  likeCount: z.int().nonnegative(),
  /** Where it hangs, publicly visible exhibitions only. */
  hangsIn: z.array(z.strictObject({ slug: slugSchema, title: bilingualSchema })),
})
export type ArtworkView = z.infer<typeof artworkViewSchema>

/** What one person did with some works: read after the page, so that pages are the same for everyone. */
export const myMarksSchema = z.strictObject({
  liked: z.array(idSchema),
  kept: z.array(idSchema),
})
export type MyMarks = z.infer<typeof myMarksSchema>
