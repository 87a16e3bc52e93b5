import { formatDay } from './format-run'
import type { Locale } from './locale'

/** `20 November 2026, 14:05 UTC` or `2026年11月20日 14:05 UTC`: the same for operators wherever they and the server are. */
export function formatMoment(instant: string, locale: Locale): string {
  const time = new Date(instant).toISOString().slice(11, 16)
  return `${formatDay(instant, locale)}${locale === 'zh' ? ' ' : ', '}${time} UTC`
}
