import { z } from 'zod'
import { artworkViewSchema } from './artworks'
import { bilingualSchema, idSchema, slugSchema } from './common'
import { pictureViewSchema } from './pictures'

/** Physical size, cm. */
const centimetresSchema = z.number().min(0.1).max(2000)
const line = (most: number) => z.string().trim().max(most)
export const tagSchema = z.string().trim().min(1).max(40)

/** The words of a label, as they are written: one field for each language. */
export const labelSchema = z.strictObject({
  titleEn: line(200).min(1),
  titleZh: line(200).min(1),
  artistEn: line(200),
  artistZh: line(200),
  year: line(60),
  mediumEn: line(200),
  mediumZh: line(200),
  creditEn: line(500),
  creditZh: line(500),
  descriptionEn: line(4000),
  descriptionZh: line(4000),
  widthCm: centimetresSchema,
  heightCm: centimetresSchema,
  /** URI of a licence or rights statement; empty where none is given. */
  rights: z.union([z.literal(''), z.url({ protocol: /^https?$/ }).max(300)]),
  tags: z.array(tagSchema).max(30),
})
export type Label = z.infer<typeof labelSchema>
export const labelFields = Object.keys(labelSchema.shape) as (keyof Label)[]

export const depotWorkSchema = z.strictObject({
  artwork: artworkViewSchema,
  label: labelSchema,
  version: z.int(),
  fileName: z.string().nullable(),
  /** The IIIF canvas it was taken from. */
  sourceUrl: z.string().nullable(),
  /** Whose it is; null for the house's own. */
  ownerName: z.string().nullable(),
  isHidden: z.boolean(),
  /** Whether visitors may write under it. */
  takesComments: z.boolean(),
  /** Exhibitions in which it hangs, whatever their state. */
  places: z.array(z.strictObject({ slug: slugSchema, title: bilingualSchema, isOpen: z.boolean() })),
})
export type DepotWork = z.infer<typeof depotWorkSchema>

export const depotQuerySchema = z.strictObject({
  /** Words of label, tags or file name. */
  q: z.string().trim().max(100).optional(),
  tag: z.string().trim().max(40).optional(),
  cursor: z.string().max(200).optional(),
})
export type DepotQuery = z.infer<typeof depotQuerySchema>
export const depotPageSchema = z.strictObject({ works: z.array(depotWorkSchema), nextCursor: z.string().nullable() })
export type DepotPage = z.infer<typeof depotPageSchema>

export const earlierPictureSchema = z.strictObject({
  id: idSchema,
  picture: pictureViewSchema,
  replacedAt: z.iso.datetime(),
  replacedBy: z.string().nullable(),
})
export const depotEntrySchema = z.strictObject({ work: depotWorkSchema, earlier: z.array(earlierPictureSchema) })
export type DepotEntry = z.infer<typeof depotEntrySchema>

/** Works as the editor read them. */
const chosenSchema = z
  .array(z.strictObject({ id: idSchema, version: z.int() }))
  .min(1)
  .max(200)

export const editLabelsBodySchema = z.strictObject({
  works: chosenSchema,
  /** What is left out stays as it is; tags come and go one by one. */
  changes: labelSchema
    .omit({ tags: true })
    .partial()
    .extend({
      addTags: z.array(tagSchema).max(30).optional(),
      removeTags: z.array(tagSchema).max(30).optional(),
    }),
})
export type EditLabelsBody = z.infer<typeof editLabelsBodySchema>
export const editLabelsResponseSchema = z.strictObject({ works: z.array(depotWorkSchema) })

export const removeWorksBodySchema = z.strictObject({
  ids: z.array(idSchema).min(1).max(200),
  /** They come down from their walls as well. */
  evenIfHung: z.boolean().default(false),
})
export type RemoveWorksBody = z.infer<typeof removeWorksBodySchema>
export const removeWorksResponseSchema = z.strictObject({ removed: z.int().nonnegative() })

export const restorePictureBodySchema = z.strictObject({ earlierId: idSchema, version: z.int() })

export const importLabelsBodySchema = z.strictObject({
  /** RFC 4180, with a header line. */
  csv: z.string().min(1).max(900_000),
  isDryRun: z.boolean(),
})
export type ImportLabelsBody = z.infer<typeof importLabelsBodySchema>

export const importProblemCodes = [
  'no_key',
  'unknown_work',
  'ambiguous_file',
  'changed_meanwhile',
  'twice',
  'missing_text',
  'too_long',
  'not_a_number',
  'out_of_range',
  'not_a_url',
  'too_many_tags',
  'cell_count',
] as const
export const importReportSchema = z.strictObject({
  /** Columns that the house does not know; they are ignored. */
  unknownColumns: z.array(z.string()),
  rows: z.array(
    z.strictObject({
      /** As a text editor counts, from 1. */
      line: z.int().positive(),
      /** Title of the work it is about; null where none was found. */
      title: z.string().nullable(),
      changed: z.array(z.string()),
      problems: z.array(z.strictObject({ column: z.string(), code: z.enum(importProblemCodes) })),
    }),
  ),
  changedWorks: z.int().nonnegative(),
  badRows: z.int().nonnegative(),
  /** Only where nothing was bad, and it was no dry run. */
  isApplied: z.boolean(),
})
export type ImportReport = z.infer<typeof importReportSchema>
export type ImportRow = ImportReport['rows'][number]
