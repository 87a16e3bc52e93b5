import { z } from 'zod'
import { idSchema } from './common'

/** Every job there is: name -> payload. The worker refuses to start if one has no handler. */
export const jobSchemas = {
  'paint-portrait': z.strictObject({ orderId: idSchema }),
} as const

export type JobName = keyof typeof jobSchemas
export type JobPayload<Name extends JobName> = z.infer<(typeof jobSchemas)[Name]>
