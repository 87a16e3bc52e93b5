import type { Locale } from './locale'

type SpanUnit = 'second' | 'minute' | 'hour' | 'day'

/** The largest unit of which there are two, or else seconds; the rest is cut off. */
function inUnits(seconds: number): { value: number; unit: SpanUnit } {
  if (seconds >= 2 * 86_400) return { value: Math.floor(seconds / 86_400), unit: 'day' }
  if (seconds >= 2 * 3_600) return { value: Math.floor(seconds / 3_600), unit: 'hour' }
  if (seconds >= 2 * 60) return { value: Math.floor(seconds / 60), unit: 'minute' }
  return { value: Math.floor(seconds), unit: 'second' }
}

/** How long: `95 seconds`, `3 minutes`; `3分钟`. */
export function formatSpan(seconds: number, locale: Locale): string {
  const { value, unit } = inUnits(seconds)
  return new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'long' }).format(value)
}

/** How long ago: `3 minutes ago`, `3分钟前`; less than a second is `now`, `现在`. */
export function formatAgo(seconds: number, locale: Locale): string {
  const { value, unit } = inUnits(seconds)
  return new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }).format(-value, unit)
}
