import { db } from '@/server/platform/db'
import { describePicture } from '@/server/storage/describe-picture'
import { keepFile } from '@/server/storage/keep-file'
import { previewFolder } from '@/server/storage/picture-store'
import { removeUnusedFiles } from '@/server/storage/remove-unused-files'
import { store } from '@/server/storage/store'
import { announceOrder } from './announce-order'
import type { Claim } from './claim-order'
import { finishFromResult } from './finish-from-result'

export interface Painted {
  /** Encoded picture. */
  picture: Uint8Array
  provider: string
  paintingMs: number
  quality: 'SKETCH' | 'PAINTING' | 'MASTER'
}

/** Previews are of use for a moment longer: a browser may just be fetching the last one. */
const previewGraceMs = 30_000

function dropPreviewsLater(orderId: string) {
  setTimeout(() => store.removeAll(previewFolder(orderId)).catch(() => {}), previewGraceMs).unref()
}

/**
 * Keeps the painting and ends the order: file, then rows, then news. False, and nothing kept, when the order is no longer this
 * attempt's.
 */
export async function completeOrder(claim: Claim, painted: Painted): Promise<boolean> {
  const facts = await describePicture(painted.picture)
  const isDone = await db.$transaction(async (tx) => {
    const held = await tx.portraitOrder.count({ where: { id: claim.id, attempt: claim.attempt, status: 'PAINTING' } })
    if (held === 0) return false
    await keepFile(tx, facts, painted.picture)
    const { modelName, modelVersion, cacheKey } = claim
    const { provider, paintingMs, quality } = painted
    await tx.portraitResult.upsert({
      where: { cacheKey },
      create: {
        cacheKey,
        fileSha256: facts.sha256,
        width: facts.width,
        height: facts.height,
        modelName,
        modelVersion,
        quality,
        provider,
        paintingMs,
      },
      update: {},
    })
    return finishFromResult(tx, claim)
  })
  if (!isDone) await removeUnusedFiles([facts.sha256])
  dropPreviewsLater(claim.id)
  if (isDone) await announceOrder(claim.id)
  return isDone
}

/** Ends the order with a painting made before for the same recipe; false when there is none. */
export async function completeFromCache(claim: Claim): Promise<boolean> {
  const isDone = await db.$transaction((tx) => finishFromResult(tx, claim))
  if (isDone) await announceOrder(claim.id)
  return isDone
}
