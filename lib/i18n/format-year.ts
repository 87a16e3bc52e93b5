import type { Locale } from './locale'

/** A label's year in the reader's language: `c. 1906` is 约1906 in Chinese; a plain year is the same in both. */
export function formatYear(year: string, locale: Locale): string {
  return locale === 'zh' ? year.replace(/^c\.\s*/, '约') : year
}
