import type { Prisma } from '@/generated/prisma/client'
import type { FailureCode } from '@/lib/contracts/errors'
import type { QueuePage, QueueState } from '@/lib/contracts/order-queue'
import { requireRole } from '@/server/accounts/require-role'
import type { Viewer } from '@/server/accounts/viewer'
import { db } from '@/server/platform/db'
import { idAfter } from '@/server/platform/id-cursor'

const PAGE = 30

/** What waits and is painted is listed oldest first, what ended newest first. */
const states: Record<QueueState, { where: Prisma.PortraitOrderWhereInput; order: 'asc' | 'desc' }> = {
  waiting: { where: { status: 'QUEUED' }, order: 'asc' },
  painting: { where: { status: 'PAINTING' }, order: 'asc' },
  'set-aside': { where: { status: 'FAILED', failureCode: 'set_aside' }, order: 'desc' },
  failed: { where: { status: 'FAILED' }, order: 'desc' },
}

const select = {
  id: true,
  personId: true,
  person: { select: { name: true } },
  styleId: true,
  quality: true,
  longSide: true,
  turn: true,
  attempt: true,
  progress: true,
  workerId: true,
  failureCode: true,
  leaderId: true,
  createdAt: true,
  finishedAt: true,
} as const satisfies Prisma.PortraitOrderSelect

/**
 * Orders in one state, by age, in pages of 30.
 *
 * @throws {HouseError} not_signed_in, account_needed, forbidden, invalid_request for a cursor that is not ours
 */
export async function listQueue(state: QueueState, viewer: Viewer | null, cursor?: string): Promise<QueuePage> {
  requireRole(viewer, 'OPERATOR')
  const { where, order } = states[state]
  const rows = await db.portraitOrder.findMany({
    where: { ...where, ...idAfter(cursor, order) },
    orderBy: { id: order },
    take: PAGE + 1,
    select,
  })
  const page = rows.slice(0, PAGE)
  return {
    orders: page.map(({ person, longSide: size, attempt: attempts, failureCode, leaderId, ...row }) => ({
      ...row,
      personName: person.name,
      size,
      attempts,
      failure: failureCode as FailureCode | null,
      isSharing: leaderId !== null,
      createdAt: row.createdAt.toISOString(),
      finishedAt: row.finishedAt?.toISOString() ?? null,
    })),
    nextCursor: rows.length > PAGE ? (page.at(-1)?.id ?? null) : null,
  }
}
