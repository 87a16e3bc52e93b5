import type { DepotPage, DepotQuery } from '@/lib/contracts/depot'
import { requireRole } from '@/server/accounts/require-role'
import type { Viewer } from '@/server/accounts/viewer'
import { matchWords } from '@/server/artworks/match-words'
import { catalogueDb } from '@/server/platform/catalogue-db'
import { fail } from '@/server/platform/errors'
import { readCursor, writeCursor } from '@/server/platform/page-cursor'
import { depotSelect, depotWork } from './depot-work'

const PAGE = 24

/**
 * Works in the depot, those that came last first, in pages of 24; found by words (all of them, anywhere in label, tags or file name) and by tag.
 *
 * @throws {HouseError} not_signed_in, account_needed, forbidden, invalid_request for a cursor that is not ours
 */
export async function listDepot({ q, tag, cursor }: DepotQuery, viewer: Viewer | null): Promise<DepotPage> {
  requireRole(viewer, 'CURATOR')
  const rows = await catalogueDb.artwork.findMany({
    where: {
      depotAt: { not: null },
      AND: matchWords(q ?? ''),
      ...(tag && { tags: { has: tag } }),
      ...(cursor !== undefined && { OR: olderThan(cursor) }),
    },
    orderBy: [{ depotAt: 'desc' }, { id: 'desc' }],
    take: PAGE + 1,
    select: depotSelect(),
  })
  const page = rows.slice(0, PAGE)
  const last = rows.length > PAGE ? page.at(-1) : undefined
  const nextCursor = last?.depotAt ? writeCursor({ createdAt: last.depotAt, id: last.id }) : null
  return { works: page.map((row) => depotWork(row)), nextCursor }
}

function olderThan(cursor: string) {
  const end = readCursor(cursor) ?? fail('invalid_request', { fields: { cursor: 'not known' } })
  return [{ depotAt: { lt: end.createdAt } }, { depotAt: end.createdAt, id: { lt: end.id } }]
}
