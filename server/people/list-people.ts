import type { Prisma } from '@/generated/prisma/client'
import type { PeoplePage, PeopleQuery } from '@/lib/contracts/people'
import { requireRole } from '@/server/accounts/require-role'
import type { Viewer } from '@/server/accounts/viewer'
import { db } from '@/server/platform/db'
import { escapePattern } from '@/server/platform/escape-pattern'
import { idAfter } from '@/server/platform/id-cursor'
import { letterPairs } from '@/server/platform/letter-pairs'
import { personRows } from './person-row'

const PAGE = 30

const filters: Record<PeopleQuery['filter'], Prisma.PersonWhereInput> = {
  all: { isAnonymous: false },
  curators: { role: 'CURATOR' },
  operators: { role: 'OPERATOR' },
  banned: { bannedAt: { not: null } },
  guests: { isAnonymous: true },
}

/**
 * Part of a name or an address, as a condition that PostgreSQL answers by an index; a whole id finds its person. One or two letters of the
 * Latin alphabet are looked for where words begin.
 */
function searched(q: string): Prisma.PersonWhereInput {
  if (!q) return {}
  const [mode, pattern] = ['insensitive' as const, escapePattern(q)]
  const contains = { contains: pattern, mode }
  const pairs = q.toLowerCase().split(/\s+/).flatMap(letterPairs)
  if (pairs.length > 0) return { namePairs: { hasEvery: pairs }, name: contains }
  if (/[a-z0-9]{3}/i.test(q)) return { OR: [{ name: contains }, { email: contains }, { id: q }] }
  const begins = { startsWith: pattern, mode }
  return { OR: [{ name: begins }, { name: { contains: ` ${pattern}`, mode } }, { email: begins }] }
}

/**
 * People of the house, newest first, in pages of 30; guests only where they are asked for.
 *
 * @throws {HouseError} not_signed_in, account_needed, forbidden, invalid_request for a cursor that is not ours
 */
export async function listPeople({ q, filter, cursor }: PeopleQuery, viewer: Viewer | null): Promise<PeoplePage> {
  requireRole(viewer, 'OPERATOR')
  const rows = await db.person.findMany({
    where: { AND: [filters[filter], searched(q), idAfter(cursor)] },
    orderBy: { id: 'desc' },
    take: PAGE + 1,
    select: { id: true },
  })
  const page = rows.slice(0, PAGE)
  const people = await personRows(page.map(({ id }) => id))
  return { people, nextCursor: rows.length > PAGE ? (page.at(-1)?.id ?? null) : null }
}
