import type { Locale } from './locale'

const units: Record<Locale, [hours: string, minutes: string, seconds: string]> = {
  en: [' h', ' min', ' s'],
  zh: [' 小时', ' 分', ' 秒'],
}

/** How long something was looked at, short enough for a table: `45 s`, `12 min`, `3 h 20 min`. */
export function formatStay(seconds: number, locale: Locale): string {
  const [hour, minute, second] = units[locale]
  const whole = Math.round(seconds)
  if (whole < 60) return `${whole}${second}`
  const minutes = Math.round(whole / 60)
  if (minutes < 60) return `${minutes}${minute}`
  const rest = minutes % 60 === 0 ? '' : ` ${minutes % 60}${minute}`
  return `${Math.floor(minutes / 60)}${hour}${rest}`
}
