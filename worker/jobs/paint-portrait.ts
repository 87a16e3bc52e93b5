import type { JobPayload } from '@/lib/contracts/jobs'
import { logger } from '@/server/platform/logger'
import { type Claim, claimOrder } from '@/server/portraits/claim-order'
import { completeFromCache, completeOrder } from '@/server/portraits/complete-order'
import { failOrder } from '@/server/portraits/fail-order'
import { beat, recordProgress, type Step, type Word } from '@/server/portraits/record-progress'
import type { JobContext } from '@/server/queue/consume'
import { fileKey } from '@/server/storage/picture-store'
import { store } from '@/server/storage/store'
import type { Painter } from '@/worker/painter/painter'
import { PainterError } from '@/worker/painter/painter-error'
import type { PaintRequest } from '@/worker/painter/thread-messages'
import type { PaintingRate } from '@/worker/painting-rate'
import { learnStyle } from './learn-style'
import { limitRate } from './limit-rate'

/** Four events a second at most reach a browser. */
const eventIntervalMs = 250
/** Longest that the artist's word (stop, cancel) goes unheard. */
const beatIntervalMs = 1_000

interface Tools {
  painter: Painter
  workerId: string
  rate: PaintingRate
}

/** What is wrong with the order itself, so that trying again would not help; null for the house's own failures. */
function faultOfOrder(error: unknown): 'photo_unreadable' | 'style_missing' | null {
  if (!(error instanceof PainterError)) return null
  return error.code === 'photo_unreadable' || error.code === 'style_missing' ? error.code : null
}

/** Everything that the painter wants to know, with styles that have not been studied yet studied first. */
async function requestOf(claim: Claim, photo: Uint8Array, painter: Painter): Promise<PaintRequest> {
  const { style, modelName, modelVersion } = await learnStyle(claim.style, painter)
  const second = claim.blend && (await learnStyle(claim.blend.style, painter))
  if (second && (second.modelName !== modelName || second.modelVersion !== modelVersion))
    throw new PainterError('style_missing', 'The two manners belong to different networks and cannot be blended.')
  const { strength, strokes, longSide, quality, keepColours, seed } = claim
  const blend = second && claim.blend && { style: second.style, part: claim.blend.part }
  const options = { strength, strokes, longSide, quality, keepColours, seed }
  return { photo, modelName, modelVersion, style, blend, ...options, steps: null }
}

/** Paints a claimed order, telling each step. Resolves early, without a trace, when the order stops being ours. */
async function paint(claim: Claim, photo: Uint8Array, { painter, rate }: Tools): Promise<void> {
  const [leaving, stopping] = [new AbortController(), new AbortController()]
  const heed = (word: Word) => {
    if (word === 'lost') leaving.abort()
    if (word === 'stop') stopping.abort()
  }
  if (claim.isStopRequested) stopping.abort()
  const beating = setInterval(() => beat(claim).then(heed, () => {}), beatIntervalMs)
  const tell = limitRate(eventIntervalMs, async (step: Step) => heed(await recordProgress(claim, step)))
  try {
    const request = await requestOf(claim, photo, painter)
    const painted = await painter.paint(request, {
      onPreview: ({ stage, webp, progress, loss }) => tell.send({ stage, preview: webp, progress, loss }),
      signal: leaving.signal,
      stop: stopping.signal,
    })
    await tell.settle()
    if (leaving.signal.aborted) return
    // Sketches and refined paintings take another time for a megapixel; the estimates reckon with them apart.
    if (painted.quality === 'PAINTING') rate.note(painted.paintingMs, painted.width * painted.height)
    // Stopped before its first step, a picture has no loss.
    const loss = Number.isFinite(painted.loss) ? painted.loss : null
    await completeOrder(claim, { ...painted, loss })
  } catch (error) {
    if (!leaving.signal.aborted) throw error
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
