import type { JobPayload } from '@/lib/contracts/jobs'
import { logger } from '@/server/platform/logger'
import { type Claim, claimOrder } from '@/server/portraits/claim-order'
import { completeFromCache, completeOrder } from '@/server/portraits/complete-order'
import { failOrder } from '@/server/portraits/fail-order'
import { beat, recordProgress } from '@/server/portraits/record-progress'
import type { JobContext } from '@/server/queue/consume'
import { fileKey } from '@/server/storage/picture-store'
import { store } from '@/server/storage/store'
import type { Painter } from '@/worker/painter/painter'
import { PainterError } from '@/worker/painter/painter-error'
import type { PaintingRate } from '@/worker/painting-rate'
import { limitRate } from './limit-rate'

/** Four events a second at most reach a browser. */
const eventIntervalMs = 250
const beatIntervalMs = 1_000

interface Tools {
  painter: Painter
  workerId: string
  rate: PaintingRate
}

/** Code as the database keeps it (float32, little-endian) as numbers. */
function codeOf(bytes: Uint8Array): Float32Array {
  // A copy, since a driver's bytes may begin anywhere in a larger buffer.
  return new Float32Array(Uint8Array.from(bytes).buffer)
}

/** What is wrong with the order itself, so that trying again would not help; null for the house's own failures. */
function faultOfOrder(error: unknown): 'photo_unreadable' | 'style_missing' | null {
  if (!(error instanceof PainterError)) return null
  return error.code === 'photo_unreadable' || error.code === 'style_missing' ? error.code : null
}

/** Paints a claimed order, telling each step. Resolves early, without a trace, when the order stops being ours. */
async function paint(claim: Claim, photo: Uint8Array, { painter, rate }: Tools): Promise<void> {
  const stopping = new AbortController()
  const stopUnless = (isOurs: boolean) => isOurs || stopping.abort()
  const beating = setInterval(() => beat(claim).then(stopUnless, () => {}), beatIntervalMs)
  const tell = limitRate(eventIntervalMs, async (step: Parameters<typeof recordProgress>[1]) => {
    stopUnless(await recordProgress(claim, step))
  })
  try {
    const { strength, longSide, quality, keepColours, seed } = claim
    const request = { photo, code: codeOf(claim.code), strength, longSide, quality, keepColours, seed }
    const painted = await painter.paint(request, {
      onPreview: ({ stage, webp, progress }) => tell.send({ stage, preview: webp, progress }),
      signal: stopping.signal,
    })
    await tell.settle()
    if (stopping.signal.aborted) return
    rate.note(painted.paintingMs, painted.width * painted.height)
    await completeOrder(claim, painted)
  } catch (error) {
    if (!stopping.signal.aborted) throw error
  } finally {
    clearInterval(beating)
    await tell.settle().catch(() => {})
  }
}

/** The handler of `paint-portrait`: claim, look among finished paintings, paint, keep. A failure is tried again; the last one is told to the artist. */
export function paintPortraitJob(tools: Tools) {
  return async ({ orderId }: JobPayload<'paint-portrait'>, { isLastTry }: JobContext): Promise<void> => {
    const claim = await claimOrder(orderId, tools.workerId)
    if (!claim) return
    const log = logger.child({ orderId, attempt: claim.attempt })
    if (await completeFromCache(claim)) return log.info('painted from an earlier result')
    const photo = await store.read(fileKey(claim.photoSha256))
    if (!photo) return failOrder(claim, 'photo_unreadable')
    if (claim.code.byteLength / 4 !== tools.painter.model.codeLength) return failOrder(claim, 'style_missing')
    try {
      await paint(claim, photo, tools)
    } catch (error) {
      log.error({ err: error, isLastTry }, 'painting failed')
      const fault = faultOfOrder(error)
      if (fault) return failOrder(claim, fault)
      if (isLastTry || claim.claimsLeft === 0) return failOrder(claim, 'painter_failed')
      throw error
    }
  }
}
