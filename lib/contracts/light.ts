import { z } from 'zod'

export const lightParamsSchema = z.strictObject({ key: z.string().regex(/^[0-9a-f]{64}$/) })

/** Address of a room's light: the same for everyone and for ever, since other light has another key. */
export const lightUrl = (key: string): string => `/api/light/${key}`
