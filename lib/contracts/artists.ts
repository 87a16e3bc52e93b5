import { z } from 'zod'
import { artworkViewSchema } from './artworks'
import { collectionViewSchema } from './collections'
import { bilingualSchema, idSchema, slugSchema } from './common'
import { labelSchema } from './depot'
import { submissionStateSchema } from './submissions'

/** A series or collection on its artist's page. */
const shownCollectionSchema = collectionViewSchema.extend({ count: z.int().nonnegative() })
export type ShownCollection = z.infer<typeof shownCollectionSchema>

/** `cursor`: id of the last work seen; `collections`: of the last collection. */
export const artistQuerySchema = z.strictObject({ cursor: idSchema.optional(), collections: idSchema.optional() })

/** One collection whole, page by page. */
export const artistCollectionParamsSchema = z.strictObject({ id: idSchema, collectionId: idSchema })
export const artistCollectionSchema = z.strictObject({
  artistName: z.string(),
  collection: shownCollectionSchema,
  /** Id of the last work, where there are more. */
  nextCursor: idSchema.nullable(),
})
export type ArtistCollection = z.infer<typeof artistCollectionSchema>

/** An artist's page, as everybody sees it. */
export const artistPageSchema = z.strictObject({
  id: idSchema,
  name: z.string(),
  statement: bilingualSchema,
  /** Slug of their own room, where something hangs in it. */
  roomSlug: slugSchema.nullable(),
  works: z.array(artworkViewSchema),
  nextCursor: idSchema.nullable(),
  /** A few works of each; how many there are of it in all is `count`. */
  collections: z.array(shownCollectionSchema),
  /** Id of the last collection, where there are more. */
  nextCollections: idSchema.nullable(),
})
export type ArtistPage = z.infer<typeof artistPageSchema>

const statementSchema = z.string().trim().max(4000)
export const setPageBodySchema = z.strictObject({
  isOpen: z.boolean(),
  statement: z.strictObject({ en: statementSchema, zh: statementSchema }),
})
export type SetPageBody = z.infer<typeof setPageBodySchema>
export const pageSettingsSchema = setPageBodySchema.extend({ id: idSchema, isHidden: z.boolean() })
export type PageSettings = z.infer<typeof pageSettingsSchema>

/** One's own work, with what only its artist needs to know. */
export const ownWorkSchema = z.strictObject({
  artwork: artworkViewSchema,
  label: labelSchema,
  version: z.int(),
  isPublic: z.boolean(),
  isHidden: z.boolean(),
  takesComments: z.boolean(),
  /** Painted by the house from an order: its picture cannot be replaced, and it is deleted with the order. */
  isPortrait: z.boolean(),
  places: z.array(z.strictObject({ slug: slugSchema, title: bilingualSchema, isOpen: z.boolean() })),
  offers: z.array(z.strictObject({ slug: slugSchema, title: bilingualSchema, status: submissionStateSchema })),
})
export type OwnWork = z.infer<typeof ownWorkSchema>
export const ownWorksQuerySchema = z.strictObject({ cursor: idSchema.optional() })
export const ownWorksPageSchema = z.strictObject({ works: z.array(ownWorkSchema), nextCursor: idSchema.nullable() })
export type OwnWorksPage = z.infer<typeof ownWorksPageSchema>

export const editOwnLabelBodySchema = z.strictObject({ version: z.int(), changes: labelSchema.partial() })
export type EditOwnLabelBody = z.infer<typeof editOwnLabelBodySchema>

/** One's own room, as the hanging plan (`roomId`) and everybody (`slug`) find it. */
export const ownRoomSchema = z.strictObject({ roomId: idSchema, slug: slugSchema })
