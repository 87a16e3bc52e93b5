import { z } from 'zod'
import { architectures } from '../../../lib/hanging/plan'

/** An exhibition that tests hang into a running house. */
export const testExhibitionSchema = z.strictObject({
  slug: z.string(),
  title: z.string(),
  /** Its words beside the title; the title once more where none are given. */
  text: z.string().optional(),
  rooms: z.array(
    z.strictObject({
      architecture: z.enum(architectures),
      works: z.array(
        z.strictObject({ title: z.string(), file: z.string(), widthCm: z.number(), heightCm: z.number() }),
      ),
    }),
  ),
})
export type TestExhibition = z.infer<typeof testExhibitionSchema>
