import type { Prisma } from '@/generated/prisma/client'
import { escapePattern } from '@/server/platform/escape-pattern'
import { letterPairs } from '@/server/platform/letter-pairs'

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
  const pairs = letterPairs(word)
  if (pairs.length > 0) return { searchPairs: { hasEvery: pairs }, searchText: { contains } }
  return { OR: [{ searchText: { startsWith: contains } }, { searchText: { contains: ` ${contains}` } }] }
}
