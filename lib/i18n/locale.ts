/** Languages of the house. Chinese is Simplified. */
export const locales = ['en', 'zh'] as const
export type Locale = (typeof locales)[number]
export const localeCookie = 'vernissage-locale'

export function isLocale(value: string | undefined): value is Locale {
  return locales.includes(value as Locale)
}

/** The visitor's own choice (cookie) first, then the first language of Accept-Language (RFC 9110, 12.5.4) that we speak, else English. */
export function pickLocale(chosen: string | undefined, acceptLanguage: string | null): Locale {
  if (isLocale(chosen)) return chosen
  const wishes = (acceptLanguage ?? '')
    .split(',')
    .map((part) => {
      const [tag = '', ...parameters] = part.trim().toLowerCase().split(';')
      const quality = parameters.map((p) => /^\s*q=([\d.]+)$/.exec(p)?.[1]).find(Boolean)
      return { language: tag.split('-')[0], quality: quality === undefined ? 1 : Number(quality) }
    })
    .filter((wish) => wish.quality > 0)
    .sort((a, b) => b.quality - a.quality)
  return wishes.map((wish) => wish.language).find(isLocale) ?? 'en'
}

/** BCP 47 tag for `lang` attributes and Intl. */
export const languageTag: Record<Locale, string> = { en: 'en', zh: 'zh-Hans' }
