import { db } from '@/server/platform/db'
import { env } from '@/server/platform/env'
import { previewFolder } from '@/server/storage/picture-store'
import { removeUnusedFiles } from '@/server/storage/remove-unused-files'
import { store } from '@/server/storage/store'
import { releaseStyles } from '@/server/styles/release-styles'
import { dropOldMonths, ensureMonth } from './archive-months'

const AT_ONCE = 200
const daysAgo = (days: number, now: Date) => new Date(now.getTime() - days * 86_400_000)

/** One batch of orders that failed or were cancelled: what they were goes to the archive, their photos go for good. */
async function archiveOrders(now: Date): Promise<number> {
  const orders = await db.portraitOrder.findMany({
    where: {
      status: { in: ['FAILED', 'CANCELLED'] },
      finishedAt: { lt: daysAgo(env.ORDERS_ARCHIVE_DAYS, now) },
      artworkId: null,
    },
    orderBy: { finishedAt: 'asc' },
    take: AT_ONCE,
    include: { photo: { select: { fileSha256: true } } },
  })
  const months = new Map(
    orders.flatMap(({ finishedAt }) => (finishedAt ? [[finishedAt.toISOString().slice(0, 7), finishedAt]] : [])),
  )
  for (const month of months.values()) await ensureMonth('ArchivedOrder', month)
  const files = await db.$transaction(async (tx) => {
    const ids = orders.map(({ id }) => id)
    // One that was retried since has left: its row says so under the lock.
    const gone = await tx.$queryRaw<{ id: string; photoId: string; styleId: string; blendStyleId: string | null }[]>`
      WITH gone AS (
        DELETE FROM "PortraitOrder" WHERE "id" = ANY(${ids}) AND "status" IN ('FAILED', 'CANCELLED') RETURNING *
      ), kept AS (
        INSERT INTO "ArchivedOrder" ("id", "endedAt", "createdAt", "startedAt", "status", "failureCode", "styleId", "quality", "longSide", "rung", "attempt")
        SELECT "id", "finishedAt", "createdAt", "startedAt", "status", "failureCode", "styleId", "quality", "longSide", "rung", "attempt" FROM gone
      )
      SELECT "id", "photoId", "styleId", "blendStyleId" FROM gone`
    await tx.picture.deleteMany({ where: { id: { in: gone.map(({ photoId }) => photoId) } } })
    const styleIds = gone.flatMap(({ styleId, blendStyleId }) => [styleId, ...(blendStyleId ? [blendStyleId] : [])])
    const released = await releaseStyles(tx, { id: { in: [...new Set(styleIds)] } })
    const goneIds = new Set(gone.map(({ id }) => id))
    return [...orders.filter(({ id }) => goneIds.has(id)).map(({ photo }) => photo.fileSha256), ...released]
  })
  for (const { id } of orders) await store.removeAll(previewFolder(id))
  await removeUnusedFiles(files)
  return orders.length
}

async function archiveAudit(now: Date): Promise<number> {
  const before = daysAgo(env.AUDIT_ARCHIVE_DAYS, now)
  const [oldest] = await db.auditEntry.findMany({
    where: { createdAt: { lt: before } },
    orderBy: { createdAt: 'asc' },
    take: 1,
  })
  if (!oldest) return 0
  await ensureMonth('ArchivedAuditEntry', oldest.createdAt)
  const { createdAt } = oldest
  const monthEnd = new Date(Date.UTC(createdAt.getUTCFullYear(), createdAt.getUTCMonth() + 1, 1))
  const until = monthEnd < before ? monthEnd : before
  return db.$executeRaw`
    WITH gone AS (
      DELETE FROM "AuditEntry" WHERE "id" IN (SELECT "id" FROM "AuditEntry" WHERE "createdAt" < ${until} ORDER BY "createdAt" LIMIT ${AT_ONCE * 10})
      RETURNING "id", "createdAt", "actorId", "action", "subjectType", "subjectId", "detail"
    )
    INSERT INTO "ArchivedAuditEntry" ("id", "createdAt", "actorId", "action", "subjectType", "subjectId", "detail") SELECT * FROM gone`
}

/**
 * Keeps the tables that everybody's requests go through short: orders that ended without a portrait, and old audit entries, move to tables
 * that are partitioned by month, whose oldest months are dropped whole. Portraits stay for as long as their artists keep them.
 *
 * @returns rows that moved
 */
export async function archiveRecords(
  signal?: AbortSignal,
  now = new Date(),
): Promise<{ orders: number; audit: number }> {
  const moved = { orders: 0, audit: 0 }
  for (let count = 1; count > 0 && !signal?.aborted; moved.orders += count) count = await archiveOrders(now)
  for (let count = 1; count > 0 && !signal?.aborted; moved.audit += count) count = await archiveAudit(now)
  for (const table of ['ArchivedOrder', 'ArchivedAuditEntry'] as const)
    await dropOldMonths(table, env.ARCHIVE_MONTHS, now)
  return moved
}
