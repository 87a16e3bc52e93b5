import { cookies, headers } from 'next/headers'
import { cache } from 'react'
import { type Locale, localeCookie, pickLocale } from '@/lib/i18n/locale'

/** The visitor's language, for server components and metadata: their own choice, else what their browser asks for. */
export const getLocale = cache(async (): Promise<Locale> => {
  const [jar, asked] = await Promise.all([cookies(), headers()])
  return pickLocale(jar.get(localeCookie)?.value, asked.get('accept-language'))
})
