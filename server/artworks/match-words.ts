import type { Prisma } from '@/generated/prisma/client'
import { escapePattern } from '@/server/platform/escape-pattern'

/**
 * Works whose label, tags or file name have all of these words, as conditions that PostgreSQL answers by an index. A word may be anywhere in
 * another one; one or two letters of the Latin alphabet are looked for where words begin.
 */
export function matchWords(q: string): Prisma.ArtworkWhereInput[] {
  return q.toLowerCase().split(/\s+/).filter(Boolean).map(matchWord)
}

function matchWord(word: string): Prisma.ArtworkWhereInput {
  const contains = escapePattern(word)
  // Three letters in a row are what the trigrams of `searchText` are made of.
  if (/[a-z0-9]{3}/.test(word)) return { searchText: { contains } }
  const pairs = pairsOf(word)
  if (pairs.length > 0) return { searchPairs: { hasEvery: pairs }, searchText: { contains } }
  return { OR: [{ searchText: { startsWith: contains } }, { searchText: { contains: ` ${contains}` } }] }
}

/** The parts of a word that `searchPairs` has, as the database makes them. */
function pairsOf(word: string): string[] {
  const letters = [...word]
  const parts = letters.length === 1 ? letters : letters.slice(1).map((letter, index) => `${letters[index]}${letter}`)
  return parts.filter((part) => /[^\p{ASCII}]/u.test(part))
}
