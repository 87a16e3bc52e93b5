import type { QueueView } from '@/lib/contracts/operations'
import { portraitQualities } from '@/lib/contracts/portraits'
import { requireRole } from '@/server/accounts/require-role'
import type { Viewer } from '@/server/accounts/viewer'
import { db } from '@/server/platform/db'

const DAY_MS = 86_400_000

/**
 * The queue in numbers: what waits and is painted now, what ended in the last 24 hours, and how long painting took.
 *
 * @throws {HouseError} not_signed_in, account_needed, forbidden
 */
export async function readQueue(viewer: Viewer | null, now = new Date()): Promise<QueueView> {
  requireRole(viewer, 'OPERATOR')
  const lately = { gt: new Date(now.getTime() - DAY_MS) }
  const [queued, painting, painted, failed, setAside, results] = await Promise.all([
    db.portraitOrder.aggregate({ where: { status: 'QUEUED' }, _count: true, _min: { createdAt: true } }),
    db.portraitOrder.count({ where: { status: 'PAINTING' } }),
    db.portraitOrder.count({ where: { status: 'PAINTED', finishedAt: lately } }),
    db.portraitOrder.count({ where: { status: 'FAILED', finishedAt: lately } }),
    db.portraitOrder.count({ where: { status: 'FAILED', failureCode: 'set_aside' } }),
    db.portraitResult.groupBy({
      by: ['quality'],
      where: { createdAt: lately },
      _count: true,
      _avg: { paintingMs: true },
    }),
  ])
  const oldest = queued._min.createdAt
  return {
    queued: queued._count,
    painting,
    oldestQueuedSeconds: oldest && Math.max(0, (now.getTime() - oldest.getTime()) / 1000),
    painted,
    failed,
    setAside,
    times: portraitQualities.map((quality) => {
      const result = results.find((group) => group.quality === quality)
      return { quality, paintings: result?._count ?? 0, averageMs: result?._avg.paintingMs ?? null }
    }),
  }
}
