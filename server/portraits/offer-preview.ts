import { Prisma } from '@/generated/prisma/client'
import type { PortraitQuality, PortraitStage } from '@/lib/contracts/portraits'
import { db } from '@/server/platform/db'
import { logger } from '@/server/platform/logger'
import { fileKey, previewFolder } from '@/server/storage/picture-store'
import { store } from '@/server/storage/store'
import { announceOrder } from './announce-order'
import { usedSince } from './finish-from-result'

const stageOf: Record<PortraitQuality, PortraitStage> = { SKETCH: 'sketch', PAINTING: 'painting', MASTER: 'master' }

interface Offer {
  fileSha256: string
  quality: PortraitQuality
}

/** Of the results `r` those that may be shown to others; what an artist stopped is nobody else's. */
export const isOffer = () => Prisma.sql`r."lastUsedAt" >= ${usedSince()} AND r."end" IS DISTINCT FROM 'stop'`

/** Of the queued order's own wish, what went furthest. */
async function findOffer(orderId: string): Promise<Offer | undefined> {
  const [offer] = await db.$queryRaw<Offer[]>`
    SELECT r."fileSha256", r."quality"::text AS "quality" FROM "PortraitOrder" o JOIN "PortraitResult" r ON r."wishKey" = o."wishKey"
    WHERE o."id" = ${orderId} AND o."status" = 'QUEUED' AND o."previewKey" IS NULL AND ${isOffer()}
    ORDER BY r."quality" DESC, r."steps" DESC, r."createdAt" DESC LIMIT 1`
  return offer
}

/**
 * Shows a queued order a painting of the same wish that went less far (cut short by load, smaller, less refined) as its first preview,
 * while the whole one waits. The order stays QUEUED, with the stage that is shown; the bytes are its own copy and go when its previews
 * go. Never throws: it is an extra.
 *
 * @returns whether something is shown
 */
export async function offerPreview(orderId: string): Promise<boolean> {
  try {
    const offer = await findOffer(orderId)
    const bytes = offer && (await store.read(fileKey(offer.fileSha256)))
    if (!bytes) return false
    const previewKey = `${previewFolder(orderId)}/offered`
    await store.write(previewKey, bytes)
    const { count } = await db.portraitOrder.updateMany({
      where: { id: orderId, status: 'QUEUED', previewKey: null },
      data: { previewKey, stage: stageOf[offer.quality], sequence: { increment: 1 } },
    })
    if (count > 0) {
      await announceOrder(orderId)
      return true
    }
    // Deleted meanwhile, or further already: this one must not outlive it.
    await store.remove(previewKey)
  } catch (error) {
    logger.warn({ err: error, orderId }, 'no first preview')
  }
  return false
}
