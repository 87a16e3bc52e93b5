import type { Locale } from './locale'

/** The first sentences of a text, whole: what a title wall has room for. Sentence ends are those of Unicode (UAX 29). */
export function firstSentences(text: string, count: number, locale: Locale): string {
  const segmenter = new Intl.Segmenter(locale, { granularity: 'sentence' })
  const sentences: string[] = []
  for (const { segment } of segmenter.segment(text.trim())) {
    sentences.push(segment)
    if (sentences.length === count) break
  }
  return sentences.join('').trim()
}
