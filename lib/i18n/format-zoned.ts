import type { Locale } from './locale'

const tags: Record<Locale, string> = { en: 'en-GB', zh: 'zh-CN' }

/** `20 November 2026 at 18:30 (Europe/Berlin)`, as the clocks of that zone show it. */
export function formatZoned(instant: string, timeZone: string, locale: Locale): string {
  const format = new Intl.DateTimeFormat(tags[locale], {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZone,
  })
  const zone = timeZone.replaceAll('_', ' ')
  const moment = format.format(new Date(instant)).replaceAll('\u202f', ' ')
  return locale === 'zh' ? `${moment}（${zone}）` : `${moment} (${zone})`
}
