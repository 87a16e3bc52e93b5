import { z } from 'zod'

/** What Open Graph readers show whole, px. */
export const shareCardSize = { width: 1200, height: 630 } as const

export const shareCardQuerySchema = z.strictObject({ lang: z.enum(['en', 'zh']).default('en') })

/** Address of the picture that goes along with a link to a work. */
export const shareCardUrl = (artworkId: string, lang: 'en' | 'zh') => `/api/artworks/${artworkId}/card?lang=${lang}`
