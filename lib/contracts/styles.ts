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

/** Numbers as float32, little-endian, base64. */
const codeSchema = z.base64().max(32_768)

/** What a browser needs to paint in a manner by itself. */
export const deviceMannerSchema = z.strictObject({
  /** Address of the network: photo (1,3,H,W) in 0..1 with sides that are multiples of 4, and code (1,D) -> image. */
  network: z.string(),
  /** Its codes for fine and for broad strokes, of D numbers each. */
  fine: codeSchema,
  broad: codeSchema,
})
export type DeviceManner = z.infer<typeof deviceMannerSchema>
