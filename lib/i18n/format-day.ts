import type { Locale } from './locale'

const tags: Record<Locale, string> = { en: 'en-GB', zh: 'zh-CN' }

/** A calendar day (`2026-11-25`): `25 Nov`, `11月25日`; `isLong` with its weekday and year. */
export function formatDay(day: string, locale: Locale, isLong = false): string {
  const long = { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' } as const
  const short = { day: 'numeric', month: 'short' } as const
  return new Intl.DateTimeFormat(tags[locale], { ...(isLong ? long : short), timeZone: 'UTC' }).format(
    new Date(`${day}T00:00Z`),
  )
}
