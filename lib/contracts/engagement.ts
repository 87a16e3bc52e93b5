import { z } from 'zod'
import { artworkViewSchema } from './artworks'
import { idSchema } from './common'

export const artworkParamsSchema = z.strictObject({ id: idSchema })

export const likeResponseSchema = z.strictObject({ liked: z.boolean(), count: z.int().nonnegative() })
export type LikeResponse = z.infer<typeof likeResponseSchema>

export const favouriteResponseSchema = z.strictObject({ kept: z.boolean() })
export type FavouriteResponse = z.infer<typeof favouriteResponseSchema>

export const marksQuerySchema = z.strictObject({
  /** Comma-separated artwork ids, at most 200. */
  artworks: z
    .string()
    .transform((list) => list.split(',').filter(Boolean))
    .pipe(z.array(idSchema).min(1).max(200)),
})

export const favouritesQuerySchema = z.strictObject({ cursor: z.string().max(200).optional() })
/** One's own words on why one keeps a work; nobody else reads them. */
export const favouriteNoteSchema = z.strictObject({ note: z.string().trim().max(1000) })
export type FavouriteNote = z.infer<typeof favouriteNoteSchema>

export const favouritesPageSchema = z.strictObject({
  favourites: z.array(z.strictObject({ artwork: artworkViewSchema, note: z.string() })),
  nextCursor: z.string().nullable(),
})
export type FavouritesPage = z.infer<typeof favouritesPageSchema>
