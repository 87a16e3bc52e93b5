import { recordAudit } from '@/server/audit/record'
import { announceChange } from '@/server/cache/announce-change'
import { tags } from '@/server/cache/tags'
import { aboutPortrait } from '@/server/notices/tell'
import { db } from '@/server/platform/db'
import { fail } from '@/server/platform/errors'
import { previewFolder } from '@/server/storage/picture-store'
import { removeUnusedFiles } from '@/server/storage/remove-unused-files'
import { store } from '@/server/storage/store'
import { releaseStyles } from '@/server/styles/release-styles'
import { announceOrders } from './announce-order'
import { promoteWaiting } from './promote-waiting'

/**
 * Deletes the order, its photo, its painting and the work that it became, from walls and favourites too, and the bytes of all of
 * them unless somebody else owns the same bytes. Throws not_found.
 */
export async function deletePortrait(orderId: string, personId: string): Promise<void> {
  const { files, heirs } = await db.$transaction(async (tx) => {
    const order = await tx.portraitOrder.findFirst({
      where: { id: orderId, personId },
      select: {
        artworkId: true,
        styleId: true,
        blendStyleId: true,
        photo: { select: { id: true, fileSha256: true } },
        painting: { select: { id: true, fileSha256: true } },
        result: { select: { id: true, fileSha256: true } },
      },
    })
    if (!order) return fail('not_found')
    // Others who wait for the same painting go on without it.
    const heirs = await promoteWaiting(tx, orderId)
    await tx.portraitOrder.delete({ where: { id: orderId } })
    if (order.artworkId) await tx.artwork.delete({ where: { id: order.artworkId } })
    const gone = [tags.portrait(orderId), ...(order.artworkId ? [tags.artwork(order.artworkId)] : [])]
    await announceChange(tx, gone, { isGone: true })
    const pictures = [order.photo, order.painting].filter((picture) => picture !== null)
    await tx.picture.deleteMany({ where: { id: { in: pictures.map((picture) => picture.id) } } })
    // The cached painting goes too, unless another order shows it: deleted means gone.
    if (order.result) await tx.portraitResult.deleteMany({ where: { id: order.result.id, orders: { none: {} } } })
    // Others may be being painted in the manner of the work; its picture then goes when the last of them is finished.
    const styleIds = [order.artworkId, order.styleId, order.blendStyleId].filter((id) => id !== null)
    const released = await releaseStyles(tx, { id: { in: styleIds } })
    await tx.notice.deleteMany({ where: { personId, about: aboutPortrait(orderId) } })
    await recordAudit(tx, {
      actorId: personId,
      action: 'portrait.delete',
      subjectType: 'portrait',
      subjectId: orderId,
      detail: {},
    })
    const files = [...[...pictures, order.result].flatMap((picture) => picture?.fileSha256 ?? []), ...released]
    return { files, heirs }
  })
  await store.removeAll(previewFolder(orderId))
  await removeUnusedFiles(files)
  await announceOrders(heirs)
}
