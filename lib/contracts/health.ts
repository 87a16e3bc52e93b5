import { z } from 'zod'

export const dependencySchema = z.strictObject({
  status: z.enum(['up', 'down']),
  /** One sentence for the operator; never a secret, never an address. */
  detail: z.string(),
})

export const healthSchema = z.strictObject({
  status: z.enum(['ready', 'not_ready']),
  version: z.string(),
  dependencies: z.strictObject({
    database: dependencySchema,
    queue: dependencySchema,
    realtime: dependencySchema,
    pictures: dependencySchema,
    painter: dependencySchema,
  }),
})
export type Health = z.infer<typeof healthSchema>
