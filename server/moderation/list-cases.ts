import type { CaseStatus, CasesPage } from '@/lib/contracts/reports'
import { requireRole } from '@/server/accounts/require-role'
import type { Viewer } from '@/server/accounts/viewer'
import { db } from '@/server/platform/db'
import { fail } from '@/server/platform/errors'
import { readCursor, writeCursor } from '@/server/platform/page-cursor'
import { caseSelect, caseViews } from './case-view'

const PAGE = 20

/**
 * What visitors complained of, in pages of 20: open cases oldest first, decided ones newest first.
 *
 * @throws {HouseError} not_signed_in, account_needed, forbidden, invalid_request for a cursor that is not ours
 */
export async function listCases(status: CaseStatus, viewer: Viewer | null, cursor?: string): Promise<CasesPage> {
  requireRole(viewer, 'CURATOR')
  const isOpen = status === 'OPEN'
  const direction = isOpen ? ('asc' as const) : ('desc' as const)
  const rows = await db.moderationCase.findMany({
    where: { status, ...(cursor !== undefined && { OR: beyond(cursor, isOpen ? 'gt' : 'lt') }) },
    orderBy: [{ openedAt: direction }, { id: direction }],
    take: PAGE + 1,
    select: caseSelect,
  })
  const page = rows.slice(0, PAGE)
  const last = rows.length > PAGE ? page.at(-1) : undefined
  return {
    cases: await caseViews(page),
    nextCursor: last ? writeCursor({ createdAt: last.openedAt, id: last.id }) : null,
  }
}

function beyond(cursor: string, than: 'gt' | 'lt') {
  const end = readCursor(cursor) ?? fail('invalid_request', { fields: { cursor: 'not known' } })
  return [{ openedAt: { [than]: end.createdAt } }, { openedAt: end.createdAt, id: { [than]: end.id } }]
}
