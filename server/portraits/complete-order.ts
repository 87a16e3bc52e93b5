import type { PortraitQuality, RefinementEnd } from '@/lib/contracts/portraits'
import { noteCacheLook, noteEnd } from '@/server/metrics/painting-metrics'
import { db } from '@/server/platform/db'
import { describePicture } from '@/server/storage/describe-picture'
import { keepFile } from '@/server/storage/keep-file'
import { previewFolder } from '@/server/storage/picture-store'
import { removeUnusedFiles } from '@/server/storage/remove-unused-files'
import { store } from '@/server/storage/store'
import { announceOrder } from './announce-order'
import { ownKey } from './cache-key'
import type { Claim } from './claim-order'
import { finishFromResult } from './finish-from-result'
import { finishWaiting, passOn } from './finish-waiting'

export interface Painted {
  /** Encoded picture. */
  picture: Uint8Array
  /** What was really painted. */
  quality: PortraitQuality
  /** Refinement steps done, the loss after the last one, and why there were no more. */
  steps: number
  loss: number | null
  end: RefinementEnd | null
  provider: string
  modelName: string
  modelVersion: string
  paintingMs: number
}

/** Previews are of use for a moment longer: a browser may just be fetching the last one. */
const previewGraceMs = 30_000

function dropPreviewsLater(orderId: string) {
  setTimeout(() => store.removeAll(previewFolder(orderId)).catch(() => {}), previewGraceMs).unref()
}

/** Less than was ordered, because the artist or the hour said so: good for this order, never for the next one with the same wish. */
function isCutShort(claim: Pick<Claim, 'quality'>, painted: Painted): boolean {
  return painted.quality !== claim.quality || painted.end === 'stop' || painted.end === 'budget'
}

/** A master's numbers were of another model when it was claimed: its key promises that one, which whoever goes back to it may ask for. */
function isOfAnotherModel({ style }: Pick<Claim, 'style'>, { modelName, modelVersion }: Painted): boolean {
  const { numbers, pictureSha256 } = style
  if (!numbers || pictureSha256) return false
  return numbers.modelName !== modelName || numbers.modelVersion !== modelVersion
}

/**
 * Keeps the painting and ends the order, and those that wait for it: file, then rows, then news. False, and nothing kept, when the order is no longer this
 * attempt's.
 */
export async function completeOrder(claim: Claim, painted: Painted): Promise<boolean> {
  const facts = await describePicture(painted.picture)
  const isOwn = isCutShort(claim, painted) || isOfAnotherModel(claim, painted)
  const key = isOwn ? ownKey(claim) : claim.cacheKey
  const isDone = await db.$transaction(async (tx) => {
    const held = await tx.portraitOrder.count({ where: { id: claim.id, attempt: claim.attempt, status: 'PAINTING' } })
    if (held === 0) return false
    await keepFile(tx, facts, painted.picture)
    const { quality, steps, loss, end, provider, modelName, modelVersion, paintingMs } = painted
    const { sha256: fileSha256, width, height, blur, colour } = facts
    const story = { quality, steps, loss, end, provider, modelName, modelVersion, paintingMs }
    await tx.portraitResult.upsert({
      where: { cacheKey: key },
      create: { cacheKey: key, wishKey: claim.wishKey, fileSha256, width, height, blur, colour, ...story },
      update: { lastUsedAt: new Date() },
    })
    return finishFromResult(tx, claim, key)
  })
  // Not ours any more, or another worker was first to keep its painting for this key.
  await removeUnusedFiles([facts.sha256])
  dropPreviewsLater(claim.id)
  noteEnd(isDone ? 'painted' : 'lost', claim.attempt)
  if (!isDone) return false
  await announceOrder(claim.id)
  // One artist's patience must not decide for the others.
  await (painted.end === 'stop' ? passOn(claim.id) : finishWaiting(claim.id, key))
  return true
}

/** Ends the order with a painting made before for the same recipe; false when there is none. */
export async function completeFromCache(claim: Claim): Promise<boolean> {
  const isDone = await db.$transaction((tx) => finishFromResult(tx, claim, claim.cacheKey))
  noteCacheLook('claim', isDone)
  if (isDone) noteEnd('from_cache', claim.attempt)
  if (!isDone) return false
  await announceOrder(claim.id)
  await finishWaiting(claim.id, claim.cacheKey)
  return true
}
