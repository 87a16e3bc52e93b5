import type { Transaction } from '@/server/platform/db'
import { describePicture } from '@/server/storage/describe-picture'
import { lockFile } from '@/server/storage/keep-file'
import { fileKey } from '@/server/storage/picture-store'
import { store } from '@/server/storage/store'

interface Unfinished {
  id: string
  personId: string
  attempt: number
}

/**
 * Ends the order with a painting that was made before under this key, if there is one. The owner gets a picture of their own:
 * nothing tells whose order it was painted for first. False when there is none, or when the order is no longer this attempt's.
 */
export async function finishFromResult(tx: Transaction, order: Unfinished, cacheKey: string): Promise<boolean> {
  const result = await tx.portraitResult.findUnique({
    where: { cacheKey },
    select: { id: true, fileSha256: true, steps: true, loss: true },
  })
  if (!result) return false
  await lockFile(tx, result.fileSha256)
  const bytes = await store.read(fileKey(result.fileSha256))
  if (!bytes) return false
  const { sha256: fileSha256, width, height, blur, colour } = await describePicture(bytes)
  const painting = await tx.picture.create({
    data: { ownerId: order.personId, fileSha256, width, height, blur, colour },
  })
  const { count } = await tx.portraitOrder.updateMany({
    where: { id: order.id, attempt: order.attempt, status: { in: ['QUEUED', 'PAINTING'] } },
    data: {
      status: 'PAINTED',
      paintingId: painting.id,
      resultId: result.id,
      steps: result.steps,
      loss: result.loss,
      progress: 1,
      sequence: { increment: 1 },
      finishedAt: new Date(),
      previewKey: null,
    },
  })
  if (count === 0) {
    await tx.picture.delete({ where: { id: painting.id } })
    return false
  }
  await tx.portraitResult.update({ where: { id: result.id }, data: { lastUsedAt: new Date() } })
  return true
}
