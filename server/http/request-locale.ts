import { type Locale, localeCookie, pickLocale } from '@/lib/i18n/locale'

/** The language in which a caller of the HTTP interface is answered. */
export function requestLocale(headers: Pick<Headers, 'get'>): Locale {
  const chosen = headers
    .get('cookie')
    ?.split(';')
    .map((pair) => pair.trim().split('='))
    .find(([name]) => name === localeCookie)?.[1]
  return pickLocale(chosen, headers.get('accept-language'))
}
