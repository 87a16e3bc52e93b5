import type { Locale } from '@/lib/i18n/locale'

/** Reading aloud or in silence, characters a second. */
export const pace: Record<Locale, number> = { en: 15, zh: 4.5 }
/** The least that a stop may last, ms. */
const leastMs = 2_500

/** How long reading takes, ms. */
export function readingMs(text: string, language: Locale): number {
  return Math.max(leastMs, (text.length / pace[language]) * 1000)
}
