import type { Locale } from '@/lib/i18n/locale'
import { pace } from './pace'

/** Chrome falls silent for ever some 15 s into one utterance of a voice that comes over the network. */
const longestSeconds = 12

/** Where a voice may pause, best first: after a sentence, after a part of one, between words. */
const pauses = [/[.!?…]["'”’)]*(?=\s)|[。！？…]["'”’」』）]*|\n/g, /[,;:](?=\s)|[，；：、—]/g, /\s/g]

/** A text in parts that one utterance can say each, as long as they may be, in order; none for a text of nothing but spaces. */
export function breathsOf(text: string, language: Locale): string[] {
  const most = Math.floor(longestSeconds * pace[language])
  const breaths: string[] = []
  let rest = text.trim()
  while (rest.length > most) {
    const at = lastPause(rest, most)
    breaths.push(rest.slice(0, at).trim())
    rest = rest.slice(at).trim()
  }
  if (rest !== '') breaths.push(rest)
  return breaths
}

/** Characters before the last pause of the best kind there is among the first `most`; `most` where there is none. */
function lastPause(text: string, most: number): number {
  for (const pause of pauses) {
    const ends = [...text.matchAll(pause)].map((match) => match.index + match[0].length)
    const last = ends.filter((end) => end <= most).at(-1)
    if (last !== undefined) return last
  }
  return most
}
