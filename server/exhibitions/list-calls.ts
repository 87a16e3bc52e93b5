import type { Prisma } from '@/generated/prisma/client'
import type { CallsPage, CallView } from '@/lib/contracts/submissions'
import { requireRole } from '@/server/accounts/require-role'
import type { Viewer } from '@/server/accounts/viewer'
import { db } from '@/server/platform/db'
import { fail } from '@/server/platform/errors'
import { readCursor, writeCursor } from '@/server/platform/page-cursor'
import { callSelect, takesNow } from './takes-submissions'

const PAGE = 20

export const callColumns = {
  id: true,
  slug: true,
  titleEn: true,
  titleZh: true,
  callTextEn: true,
  callTextZh: true,
  version: true,
  createdAt: true,
  ...callSelect,
  _count: { select: { submissions: { where: { status: 'PENDING' } } } },
} as const satisfies Prisma.ExhibitionSelect

type CallRow = Prisma.ExhibitionGetPayload<{ select: typeof callColumns }>

export function callView(row: CallRow): CallView {
  return {
    slug: row.slug,
    title: { en: row.titleEn, zh: row.titleZh },
    isOpen: row.isOpenCall,
    closesAt: row.callClosesAt?.toISOString() ?? null,
    text: { en: row.callTextEn, zh: row.callTextZh },
    takesWorks: takesNow(row),
    waiting: row._count.submissions,
    version: row.version,
  }
}

/**
 * Exhibitions that can call for works, with their calls, newest first, in pages of 20.
 *
 * @throws {HouseError} not_signed_in, account_needed, forbidden, invalid_request for a cursor that is not ours
 */
export async function listCalls(viewer: Viewer | null, cursor?: string): Promise<CallsPage> {
  requireRole(viewer, 'CURATOR')
  const rows = await db.exhibition.findMany({
    where: {
      kind: 'EXHIBITION',
      status: { notIn: ['CLOSED', 'ARCHIVED'] },
      ...(cursor !== undefined && { OR: olderThan(cursor) }),
    },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: PAGE + 1,
    select: callColumns,
  })
  const page = rows.slice(0, PAGE)
  const last = rows.length > PAGE ? page.at(-1) : undefined
  return { calls: page.map(callView), nextCursor: last ? writeCursor(last) : null }
}

function olderThan(cursor: string) {
  const end = readCursor(cursor) ?? fail('invalid_request', { fields: { cursor: 'not known' } })
  return [{ createdAt: { lt: end.createdAt } }, { createdAt: end.createdAt, id: { lt: end.id } }]
}
