import type { HangPortraitBody } from '@/lib/contracts/portraits'
import type { Viewer } from '@/server/accounts/viewer'
import { announceChange } from '@/server/cache/announce-change'
import { tags } from '@/server/cache/tags'
import type { Transaction } from '@/server/platform/db'
import { fail } from '@/server/platform/errors'

/** Long side of a portrait on the wall, centimetres. */
const longSideCm = 60

/**
 * The artwork that a finished portrait is, made at the first hanging or submission; a later label replaces the earlier one.
 * Throws account_needed, not_found, not_finished.
 */
export async function becomeArtwork(
  tx: Transaction,
  orderId: string,
  viewer: Viewer,
  label: HangPortraitBody,
): Promise<string> {
  if (viewer.isGuest) fail('account_needed')
  const order = await tx.portraitOrder.findFirst({
    where: { id: orderId, personId: viewer.id },
    select: {
      status: true,
      artworkId: true,
      styleId: true,
      painting: { select: { id: true, width: true, height: true } },
    },
  })
  if (!order) return fail('not_found')
  if (order.status !== 'PAINTED' || !order.painting) return fail('not_finished')
  const words = {
    titleEn: label.title,
    titleZh: label.title,
    descriptionEn: label.description,
    descriptionZh: label.description,
  }
  if (order.artworkId) {
    await tx.artwork.update({ where: { id: order.artworkId }, data: { ...words, version: { increment: 1 } } })
    const { titleEn, titleZh } = words
    await tx.style.updateMany({ where: { artworkId: order.artworkId }, data: { titleEn, titleZh } })
    await announceChange(tx, [tags.artwork(order.artworkId)])
    return order.artworkId
  }
  const { id: pictureId, width, height } = order.painting
  const scale = longSideCm / Math.max(width, height)
  const artwork = await tx.artwork.create({
    data: {
      ...words,
      kind: 'PAINTED',
      ownerId: viewer.id,
      pictureId,
      styleId: order.styleId,
      artistEn: viewer.name,
      artistZh: viewer.name,
      year: String(new Date().getFullYear()),
      mediumEn: 'AI-painted',
      mediumZh: '人工智能绘制',
      widthCm: Math.max(1, Math.round(width * scale * 10) / 10),
      heightCm: Math.max(1, Math.round(height * scale * 10) / 10),
    },
  })
  await tx.portraitOrder.update({ where: { id: orderId }, data: { artworkId: artwork.id } })
  await announceChange(tx, [tags.portrait(orderId)])
  return artwork.id
}
