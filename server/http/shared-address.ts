import type { IncomingMessage } from 'node:http'
import type { Locale } from '@/lib/i18n/locale'
import { requestLocale } from './request-locale'

export interface SharedAddress {
  path: string
  locale: Locale
  host: string
}

const slug = '[a-z0-9-]{1,100}'
/** Home, exhibition, hall, artist, work with the exhibition through which one came to it, and the doors for those who have no account yet or left it: what
 * these show differs by language alone. */
const sharedPath = new RegExp(
  `^/(?:exhibitions/${slug}(?:/hall)?|sign-in|sign-up|artists/[0-9a-f-]{36}|works/[0-9a-f-]{36}(?:\\?in=${slug})?)?$`,
)
const plainHost = /^[\w.:[\]-]{1,255}$/
/** What Next's own requests for parts of a page carry. */
const partial = [
  'rsc',
  'next-router-state-tree',
  'next-router-prefetch',
  'next-router-segment-prefetch',
  'next-url',
  'next-action',
]

/** The page that is asked for, if it is one of those that everybody gets alike; null otherwise. */
export function sharedAddress({ method, url = '', headers }: IncomingMessage): SharedAddress | null {
  const { host = '' } = headers
  if ((method !== 'GET' && method !== 'HEAD') || !sharedPath.test(url) || !plainHost.test(host)) return null
  if (partial.some((name) => headers[name] !== undefined)) return null
  const asked = {
    get(name: string) {
      return headers[name]?.toString() ?? null
    },
  }
  const locale = requestLocale(asked)
  return { path: url, locale, host }
}
