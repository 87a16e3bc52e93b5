import type { Locale } from './locale'

const tags: Record<Locale, string> = { en: 'en-GB', zh: 'zh-CN' }

/** `20 November 2026` or `2026年11月20日`; days are those of UTC, so that every visitor reads the same date. */
export function formatDay(instant: string, locale: Locale): string {
  return dayFormat(locale).format(new Date(instant))
}

/** How long an exhibition runs: both days, one of them, or null when it has neither. */
export function formatRun(opensAt: string | null, closesAt: string | null, locale: Locale): string | null {
  if (opensAt && closesAt) {
    // CLDR falls back to slashes for Chinese ranges of long dates.
    if (locale === 'zh') return `${formatDay(opensAt, locale)}至${formatDay(closesAt, locale)}`
    // CLDR puts thin spaces around the dash, which not every font has.
    return dayFormat(locale).formatRange(new Date(opensAt), new Date(closesAt)).replaceAll('\u2009', ' ')
  }
  if (opensAt) return locale === 'zh' ? `${formatDay(opensAt, locale)}起` : `From ${formatDay(opensAt, locale)}`
  if (closesAt) return locale === 'zh' ? `至${formatDay(closesAt, locale)}` : `Until ${formatDay(closesAt, locale)}`
  return null
}

function dayFormat(locale: Locale): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat(tags[locale], { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' })
}
