import type { Locale } from './locale'

const unit: Record<Locale, string> = { en: 'cm', zh: '厘米' }

/** Height before width, as museums print it: `73 × 92.5 cm`. Millimetres at most. */
export function formatSize(widthCm: number, heightCm: number, locale: Locale): string {
  const number = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 })
  return `${number.format(heightCm)} × ${number.format(widthCm)} ${unit[locale]}`
}
