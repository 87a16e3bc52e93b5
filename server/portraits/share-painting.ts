import { Prisma } from '@/generated/prisma/client'
import type { Transaction } from '@/server/platform/db'
import { finishFromResult } from './finish-from-result'

interface Unpainted {
  id: string
  personId: string
  attempt: number
  cacheKey: string
}

/** How an order comes to its painting. */
export type Share = 'painted' | 'waiting' | 'alone'

type Wish = Pick<Unpainted, 'id' | 'cacheKey'>

/** Held from before one looks for a leader until one's own order is there to be found: of two that come at once the second sees the first. */
export const sharingLock = (cacheKey: string) => Prisma.sql`pg_advisory_xact_lock(hashtextextended(${cacheKey}, 19))`

/**
 * The order of this key that others can wait for. Its row is held (`held`) until they are on its list: who ends it looks there. One that its
 * artist has stopped will not be what they want.
 */
export const leaderOf = (cacheKey: string, held: Prisma.Sql, passedOver: readonly string[] = []) => Prisma.sql`
  SELECT "id" FROM "PortraitOrder"
  WHERE "cacheKey" = ${cacheKey} AND "id" <> ALL(${[...passedOver]}) AND "status" IN ('QUEUED', 'PAINTING') AND "leaderId" IS NULL
    AND "stopRequestedAt" IS NULL
  ORDER BY "status" DESC, "createdAt", "id" LIMIT 1 ${held}`

/** Makes the order, and whoever waits for it, wait for another one with the same key that is queued or being painted. False when there is none. */
export async function waitForLeader(tx: Transaction, order: Wish): Promise<boolean> {
  await tx.$executeRaw`SELECT ${sharingLock(order.cacheKey)}`
  return waitForPresentLeader(tx, order, [order.id], Prisma.sql`FOR SHARE`)
}

/**
 * The same for who holds rows of orders already, and so may wait for nobody: a leader whose row somebody else holds at this moment is passed
 * over, and then one picture is painted twice.
 *
 * @param endingId the order that they waited for until now, whatever its row says yet
 */
export function waitForFreeLeader(tx: Transaction, order: Wish, endingId: string): Promise<boolean> {
  return waitForPresentLeader(tx, order, [order.id, endingId], Prisma.sql`FOR SHARE SKIP LOCKED`)
}

async function waitForPresentLeader(
  tx: Transaction,
  order: Wish,
  passedOver: string[],
  held: Prisma.Sql,
): Promise<boolean> {
  const [leader] = await tx.$queryRaw<{ id: string }[]>(leaderOf(order.cacheKey, held, passedOver))
  if (!leader) return false
  await tx.portraitOrder.updateMany({
    where: { OR: [{ id: order.id }, { leaderId: order.id }], status: { in: ['QUEUED', 'PAINTING'] } },
    data: { leaderId: leader.id },
  })
  return true
}

/**
 * Where an order need not be painted for itself: it is ended with a painting made before, or waits for one that is under way. Both look
 * the same to its owner as a painting of one's own, only sooner.
 *
 * @param isPainted whether there was such a painting a moment ago: then nobody who wants it waits for anybody else
 * @param isFree whether there was one, or one was under way
 */
export async function sharePainting(
  tx: Transaction,
  order: Unpainted,
  { isPainted, isFree }: { isPainted: boolean; isFree: boolean },
): Promise<Share> {
  if (isPainted && (await finishFromResult(tx, order, order.cacheKey))) return 'painted'
  if (await waitForLeader(tx, order)) return 'waiting'
  // One that was under way may have ended a moment ago. Where none was, a worker looks once more before it paints.
  return isFree && (await finishFromResult(tx, order, order.cacheKey)) ? 'painted' : 'alone'
}
