import { z } from 'zod'
import { bilingualSchema, idSchema } from './common'

const urlSchema = z.url({ protocol: /^https?$/ }).max(2000)

export const readManifestBodySchema = z.strictObject({ url: urlSchema })

/** A IIIF manifest as the house would take it. */
export const manifestViewSchema = z.strictObject({
  title: bilingualSchema,
  summary: bilingualSchema,
  rights: z.string(),
  credit: bilingualSchema,
  works: z.array(
    z.strictObject({
      /** Its canvas. */
      id: z.string(),
      title: bilingualSchema,
      artist: bilingualSchema,
      year: z.string(),
      /** As the manifest says; 0 where it does not. */
      width: z.number(),
      height: z.number(),
      rights: z.string(),
      /** The work of the depot that was taken from it before. */
      artworkId: idSchema.nullable(),
    }),
  ),
})
export type ManifestView = z.infer<typeof manifestViewSchema>

export const importCanvasBodySchema = z.strictObject({ url: urlSchema, canvasId: z.string().min(1).max(2000) })
export type ImportCanvasBody = z.infer<typeof importCanvasBodySchema>
