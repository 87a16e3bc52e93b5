import type { Bilingual } from '@/lib/contracts/common'

/** An object of somebody else's, of which nothing is known. */
export type Json = Record<string, unknown>

/** What may be one or several, as several. */
export function list(value: unknown): unknown[] {
  if (value === undefined || value === null) return []
  return Array.isArray(value) ? value : [value]
}

/** Those of one or several that are objects. */
export function objects(value: unknown): Json[] {
  return list(value).filter((each): each is Json => typeof each === 'object' && each !== null && !Array.isArray(each))
}

/** A string, or an object that is named by one; empty where there is none. */
export function text(value: unknown): string {
  if (typeof value === 'string') return value
  const of = value as Json | null | undefined
  const id = of?.id ?? of?.['@id']
  return typeof id === 'string' ? id : ''
}

/** Markup that IIIF allows in texts is taken out; the house shows them plain. */
function plain(words: string): string {
  return words
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')
    .replaceAll(/\s+/g, ' ')
    .trim()
}

/** Language -> words, of whichever version of the Presentation API; `none` where no language is said. */
function byLanguage(value: unknown): Map<string, string> {
  const found = new Map<string, string>()
  const add = (language: string, words: unknown) => {
    if (typeof words === 'string' && !found.has(language) && plain(words)) found.set(language, plain(words))
  }
  for (const each of list(value)) {
    if (typeof each === 'string') add('none', each)
    else if (typeof each === 'object' && each !== null && '@value' in each) {
      add(String((each as Json)['@language'] ?? 'none'), (each as Json)['@value'])
    } else if (typeof each === 'object' && each !== null) {
      for (const [language, words] of Object.entries(each)) add(language, list(words).join('; '))
    }
  }
  return found
}

/** Words in both languages of the house, each in the other one where it is missing; null where there are none. */
export function readText(value: unknown): Bilingual | null {
  const words = byLanguage(value)
  const [first] = words.values()
  if (first === undefined) return null
  const of = (language: string) => [...words].find(([tag]) => tag.toLowerCase().split('-')[0] === language)?.[1]
  const en = of('en') ?? words.get('none') ?? first
  return { en, zh: of('zh') ?? words.get('none') ?? en }
}
