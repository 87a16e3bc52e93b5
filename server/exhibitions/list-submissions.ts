import type { SubmissionsPage, SubmissionsQuery } from '@/lib/contracts/submissions'
import { requireAccount, requireRole } from '@/server/accounts/require-role'
import type { Viewer } from '@/server/accounts/viewer'
import { db } from '@/server/platform/db'
import { fail } from '@/server/platform/errors'
import { readCursor, writeCursor } from '@/server/platform/page-cursor'
import { columnsOf, submissionSelect, submissionView } from './submission-view'

const PAGE = 20

/**
 * Offered works for the curators, in pages of 20: those that wait oldest first, the others by when they were offered, newest first.
 *
 * @throws {HouseError} not_signed_in, account_needed, forbidden, invalid_request for a cursor that is not ours
 */
export async function listSubmissions(query: SubmissionsQuery, viewer: Viewer | null): Promise<SubmissionsPage> {
  requireRole(viewer, 'CURATOR')
  const { status, exhibition, cursor } = query
  const where = { ...columnsOf(status), ...(exhibition !== undefined && { exhibitionId: await idOf(exhibition) }) }
  return readPage(where, status === 'PENDING' ? 'asc' : 'desc', cursor)
}

/** By its id an index finds what was offered to it; by its slug every submission would be looked at. Unknown ones have none. */
async function idOf(slug: string): Promise<string> {
  return (await db.exhibition.findUnique({ where: { slug }, select: { id: true } }))?.id ?? ''
}

/**
 * What somebody offered, newest first, in pages of 20.
 *
 * @throws {HouseError} not_signed_in, account_needed, invalid_request for a cursor that is not ours
 */
export async function listMySubmissions(viewer: Viewer | null, cursor?: string): Promise<SubmissionsPage> {
  return readPage({ personId: requireAccount(viewer).id }, 'desc', cursor)
}

async function readPage(where: object, direction: 'asc' | 'desc', cursor?: string): Promise<SubmissionsPage> {
  const rows = await db.submission.findMany({
    where: { ...where, ...(cursor !== undefined && { OR: beyond(cursor, direction === 'asc' ? 'gt' : 'lt') }) },
    orderBy: [{ submittedAt: direction }, { id: direction }],
    take: PAGE + 1,
    select: submissionSelect(),
  })
  const page = rows.slice(0, PAGE)
  const last = rows.length > PAGE ? page.at(-1) : undefined
  const nextCursor = last ? writeCursor({ createdAt: last.submittedAt, id: last.id }) : null
  return { submissions: page.map(submissionView), nextCursor }
}

function beyond(cursor: string, than: 'gt' | 'lt') {
  const end = readCursor(cursor) ?? fail('invalid_request', { fields: { cursor: 'not known' } })
  return [{ submittedAt: { [than]: end.createdAt } }, { submittedAt: end.createdAt, id: { [than]: end.id } }]
}
