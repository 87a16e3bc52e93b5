import type { DeskCard, DeskExhibitionsPage } from '@/lib/contracts/desk'
import { requireAccount } from '@/server/accounts/require-role'
import type { Viewer } from '@/server/accounts/viewer'
import { cardSelect, exhibitionCard } from '@/server/exhibitions/exhibition-card'
import { db } from '@/server/platform/db'
import { fail } from '@/server/platform/errors'
import { readCursor, writeCursor } from '@/server/platform/page-cursor'
import { deskRole, isAtDeskOf } from './require-desk-action'

const PAGE = 24

/**
 * Exhibitions at somebody's desk, newest first, in pages of 24: all of them for curators of the house, those that they are named on for
 * others.
 *
 * @throws {HouseError} not_signed_in, account_needed; invalid_request for a cursor that is not ours
 */
export async function listDeskExhibitions(viewer: Viewer | null, cursor?: string): Promise<DeskExhibitionsPage> {
  const curator = requireAccount(viewer)
  const now = new Date()
  const rows = await db.exhibition.findMany({
    where: { ...isAtDeskOf(curator), ...(cursor !== undefined && { OR: olderThan(cursor) }) },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: PAGE + 1,
    select: {
      ...cardSelect,
      createdAt: true,
      timeZone: true,
      curators: { select: { personId: true, role: true } },
    },
  })
  const page = rows.slice(0, PAGE)
  const last = rows.length > PAGE ? page.at(-1) : undefined
  const exhibitions = page.flatMap((row): DeskCard[] => {
    const myRole = deskRole(row, curator)
    const { id, slug, title, status, opensAt, closesAt, workCount, cover } = exhibitionCard(row, now)
    const card = { id, slug, title, status, opensAt, closesAt, workCount, cover, timeZone: row.timeZone }
    return myRole ? [{ ...card, myRole, roomCount: row.rooms.length }] : []
  })
  return { exhibitions, nextCursor: last ? writeCursor(last) : null }
}

function olderThan(cursor: string) {
  const end = readCursor(cursor) ?? fail('invalid_request', { fields: { cursor: 'not known' } })
  return [{ createdAt: { lt: end.createdAt } }, { createdAt: end.createdAt, id: { lt: end.id } }]
}
