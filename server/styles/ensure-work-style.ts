import type { Transaction } from '@/server/platform/db'
import { fail } from '@/server/platform/errors'

/**
 * Makes a work's manner a style, once, however often and by however many at a time; its numbers are learned when the first order
 * is painted. To be called in the transaction of an order: whoever deletes the work waits for it, and then finds the order.
 * @throws {HouseError} style_unknown when the work is gone
 */
export async function ensureWorkStyle(tx: Transaction, workId: string): Promise<void> {
  const held = await tx.$queryRaw<unknown[]>`SELECT 1 FROM "Artwork" WHERE "id" = ${workId} FOR KEY SHARE`
  if (held.length === 0) fail('style_unknown')
  const { picture, ...words } = await tx.artwork.findUniqueOrThrow({
    where: { id: workId },
    select: {
      titleEn: true,
      titleZh: true,
      artistEn: true,
      artistZh: true,
      year: true,
      picture: { select: { fileSha256: true } },
    },
  })
  await tx.style.createMany({
    data: [{ id: workId, artworkId: workId, pictureSha256: picture.fileSha256, school: '', ...words }],
    skipDuplicates: true,
  })
}
