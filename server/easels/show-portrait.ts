import { randomBytes } from 'node:crypto'
import { db } from '@/server/platform/db'
import { fail } from '@/server/platform/errors'

interface ShowWish {
  orderId: string
  personId: string
  isShown: boolean
}

/**
 * Lets everybody watch one's portrait being painted, or nobody any more; nobody is the default. Safe to repeat. What was shown under an
 * address before is not there any more once it is taken back.
 *
 * @throws {HouseError} not_found
 */
export async function showPortrait({ orderId, personId, isShown }: ShowWish): Promise<{ isShown: boolean }> {
  const mine = { id: orderId, personId }
  const showId = isShown ? randomBytes(18).toString('base64url') : null
  const where = isShown ? { ...mine, showId: null } : mine
  const { count } = await db.portraitOrder.updateMany({ where, data: { showId } })
  if (count === 0 && (await db.portraitOrder.count({ where: mine })) === 0) fail('not_found')
  return { isShown }
}

/** Whether one's own order is shown. */
export async function isPortraitShown(orderId: string, personId: string): Promise<{ isShown: boolean }> {
  const where = { id: orderId, personId }
  const order = (await db.portraitOrder.findFirst({ where, select: { showId: true } })) ?? fail('not_found')
  return { isShown: order.showId !== null }
}
