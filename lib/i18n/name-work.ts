import type { Locale } from './locale'

/** A work in running text and in alternative texts: `Water Lilies by Ada Lin`, `Ada Lin《睡莲》`. */
export function nameWork(title: string, artist: string, locale: Locale): string {
  if (locale === 'zh') return `${artist}《${title}》`
  return artist ? `${title} by ${artist}` : title
}
