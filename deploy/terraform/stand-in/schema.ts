import { z } from 'zod'

/** What may stand in a block; types are go-cty's, as a provider tells them. */
export interface Shape {
  required: string[]
  arguments: Record<string, unknown>
  blocks: Record<string, Nested>
}
export interface Nested extends Shape {
  nesting: 'single' | 'list' | 'set'
  most?: number
}

const shape = { required: z.array(z.string()), arguments: z.record(z.string(), z.unknown()) }
const nestedSchema: z.ZodType<Nested> = z.object({
  ...shape,
  nesting: z.enum(['single', 'list', 'set']),
  most: z.number().optional(),
  blocks: z.lazy(() => z.record(z.string(), nestedSchema)),
})

/** schemas/aws.json: by kind and type, e.g. `resource aws_vpc`; `computed` is what the cloud tells afterwards. */
export const providerSchema = z.object({
  source: z.string(),
  types: z.record(
    z.string(),
    z.object({
      ...shape,
      blocks: z.record(z.string(), nestedSchema),
      computed: z.record(z.string(), z.unknown()),
    }),
  ),
})
export type ProviderTypes = z.infer<typeof providerSchema>['types']
