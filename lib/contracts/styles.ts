import { z } from 'zod'
import { bilingualSchema, styleIdSchema } from './common'

export const styleViewSchema = z.strictObject({
  id: styleIdSchema,
  title: bilingualSchema,
  artist: bilingualSchema,
  year: z.string(),
  school: z.string(),
  /** Address of a small example painted in this manner. */
  sampleUrl: z.string(),
})
export type StyleView = z.infer<typeof styleViewSchema>

export const stylesResponseSchema = z.strictObject({ styles: z.array(styleViewSchema) })
