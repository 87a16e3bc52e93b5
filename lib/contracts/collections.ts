import { z } from 'zod'
import { artworkViewSchema } from './artworks'
import { idSchema } from './common'

export const collectionKindSchema = z.enum(['SERIES', 'COLLECTION'])
export type CollectionKind = z.infer<typeof collectionKindSchema>

const titleSchema = z.string().trim().min(1).max(120)
const textSchema = z.string().trim().max(2000)

export const collectionViewSchema = z.strictObject({
  id: idSchema,
  kind: collectionKindSchema,
  title: z.string(),
  text: z.string(),
  isPublic: z.boolean(),
  /** By reference: those that may be seen now, in the order in which they came. */
  entries: z.array(z.strictObject({ artwork: artworkViewSchema, note: z.string() })),
})
export type CollectionView = z.infer<typeof collectionViewSchema>

/** Without its works, to choose from. */
export const collectionNameSchema = collectionViewSchema.omit({ entries: true, text: true }).extend({
  count: z.int().nonnegative(),
  /** Whether the work that was asked for is in it. */
  hasWork: z.boolean(),
})
export type CollectionName = z.infer<typeof collectionNameSchema>

export const collectionsQuerySchema = z.strictObject({ artwork: idSchema.optional(), cursor: idSchema.optional() })
export const collectionsPageSchema = z.strictObject({
  collections: z.array(collectionNameSchema),
  nextCursor: idSchema.nullable(),
})
export type CollectionsPage = z.infer<typeof collectionsPageSchema>

export const makeCollectionBodySchema = z.strictObject({
  kind: collectionKindSchema,
  title: titleSchema,
  /** The work that it begins with, if any. */
  artworkId: idSchema.optional(),
})
export type MakeCollectionBody = z.infer<typeof makeCollectionBodySchema>
export const changeCollectionBodySchema = z.strictObject({
  title: titleSchema.optional(),
  text: textSchema.optional(),
  isPublic: z.boolean().optional(),
})
export type ChangeCollectionBody = z.infer<typeof changeCollectionBodySchema>
export const collectionEntryParamsSchema = z.strictObject({ id: idSchema, artworkId: idSchema })
export const setEntryBodySchema = z.strictObject({ note: z.string().trim().max(1000).optional() })
