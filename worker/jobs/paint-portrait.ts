import { rungLimits } from '@/lib/contracts/admission'
import type { JobPayload } from '@/lib/contracts/jobs'
import { watchPainting } from '@/server/admission/note-outcome'
import { noteFailure, notePainting } from '@/server/metrics/painting-metrics'
import { isPassing } from '@/server/platform/is-passing'
import { logger } from '@/server/platform/logger'
import { withinTime } from '@/server/platform/within-time'
import { type Claim, claimOrder } from '@/server/portraits/claim-order'
import { completeFromCache, completeOrder } from '@/server/portraits/complete-order'
import { failOrder } from '@/server/portraits/fail-order'
import { beat, recordProgress, type Step, type Word } from '@/server/portraits/record-progress'
import { endWithWord, excuseLapse } from '@/server/portraits/set-aside'
import type { JobContext } from '@/server/queue/consume'
import { Declined } from '@/server/queue/declined'
import { HandedBack } from '@/server/queue/handed-back'
import { fileKey } from '@/server/storage/picture-store'
import { store } from '@/server/storage/store'
import { inSpan } from '@/server/tracing/in-span'
import type { Desk } from '@/worker/desk'
import type { Painter } from '@/worker/painter/painter'
import { PainterError } from '@/worker/painter/painter-error'
import type { Preview } from '@/worker/painter/thread-messages'
import type { PaintingRate } from '@/worker/painting-rate'
import { watchCrowd } from '@/worker/watch-crowd'
import { giveBack } from './give-back'
import { limitRate } from './limit-rate'
import { observeClaim } from './observe-claim'
import { prepareRequest } from './prepare-request'
import { type Manners, readManners } from './read-manners'
import { traceStages } from './trace-stages'

/** Longest that the artist's word (stop, cancel) goes unheard. */
const beatIntervalMs = 1_000
/** Share of an order's progress that goes to studying its manner, where that is new. */
const lessonShare = 0.6
/** Longest that a step may take; the painter watches over its own stages (PAINTER_STAGE_SECONDS). */
const limits = { readMs: 15_000, studyMs: 300_000, callOffMs: 5_000, keepMs: 60_000 }

interface Tools {
  painter: Painter
  workerId: string
  rate: PaintingRate
  /** What it can do, and how busy it is; left out, it takes every order. */
  desk?: Desk
  /** Brings the house's styles to the painter's models; left out, they are left as they are. */
  takeUp?: () => Promise<void>
  /** Aborted when the worker has to leave: what is not finished then is handed back at once. */
  handBack?: AbortSignal
}

/** The tools as one order gets them. */
interface Turn extends Tools {
  sparesCores: boolean
}

/** Where the database or the store is away, an order is offered again after so long, about; no try or claim of it is used up. */
const awayDelayMs = 1_500
/** ... until it has waited so many seconds: from then on that, too, counts as a failure. */
const longestPatience = 600
/**
 * Where no worker has the network of its numbers, an order is offered again after so long, about, and after up to so long where it was tried
 * often: sooner than the sweeper takes its job for lost.
 */
const lackDelayMs = { first: 1_000, most: 8_000 }

function declineIfPassing(error: unknown): never {
  if (!isPassing(error)) throw error
  throw new Declined(awayDelayMs * (0.5 + Math.random()), 'a neighbour is away')
}

/** What is wrong with the order itself, so that trying again would not help; null for the house's own failures. */
function faultOfOrder(error: unknown): 'photo_unreadable' | 'style_missing' | null {
  if (!(error instanceof PainterError)) return null
  return error.code === 'photo_unreadable' || error.code === 'style_missing' ? error.code : null
}

/** What was painted before may be gone, or not be here yet: neither the order's fault nor the painter's. */
const isModelMissing = (error: unknown) => error instanceof PainterError && error.code === 'model_missing'

/** `work`, or HandedBack as soon as the worker has to leave; a painting under way is then nobody's. */
async function unlessLeaving<T>(handBack: AbortSignal | undefined, work: Promise<T>): Promise<T> {
  const isOver = new AbortController()
  const leaving = new Promise<never>((_, reject) => {
    if (handBack?.aborted) reject(new HandedBack())
    handBack?.addEventListener('abort', () => reject(new HandedBack()), { once: true, signal: isOver.signal })
  })
  return Promise.race([work, leaving]).finally(() => isOver.abort())
}

/** Learning that takes too long is called off, and is the painter's failure: no neighbour is waited for, and the painter is free for others. */
async function withinStudyTime<T>(learn: (signal: AbortSignal) => Promise<T>, leaving: AbortSignal): Promise<T> {
  const tooLong = AbortSignal.timeout(limits.studyMs)
  try {
    const learning = learn(AbortSignal.any([leaving, tooLong]))
    return await withinTime(learning, limits.studyMs + limits.callOffMs, 'learning the styles')
  } catch (error) {
    if (!tooLong.aborted) throw error
    throw new PainterError('painter_failed', `learning the styles took longer than ${limits.studyMs / 1_000} s`, {
      cause: error,
    })
  }
}

/**
 * Paints a claimed order, telling each step. Where its numbers are of a version that the painter does not have, styles and models are brought
 * together and it is tried once more. Resolves early, without a trace, when the order stops being ours.
 */
async function paint(claim: Claim, photo: Uint8Array, turn: Turn): Promise<void> {
  try {
    await paintIn(claim, claim, photo, turn)
  } catch (error) {
    if (!isModelMissing(error)) throw error
    logger.info({ orderId: claim.id, err: error }, 'styles are read again')
    await turn.takeUp?.()
    await paintIn(await readManners(claim), claim, photo, turn)
  }
}

async function paintIn(manners: Manners, claim: Claim, photo: Uint8Array, turn: Turn): Promise<void> {
  const { painter, rate, desk, handBack, sparesCores } = turn
  const [leaving, stopping] = [new AbortController(), new AbortController()]
  const heed = (word: Word) => {
    if (word === 'stop') stopping.abort()
    if (word !== 'lost' || leaving.signal.aborted) return
    leaving.abort()
    excuseLapse(claim).catch(() => {})
  }
  if (claim.isStopRequested) stopping.abort()
  const beating = setInterval(() => beat(claim).then(heed, () => {}), beatIntervalMs)
  const tell = limitRate(rungLimits[claim.rung].previewMs, async (step: Step) =>
    heed(await recordProgress(claim, step)),
  )
  const isPainters = (error: unknown) =>
    !leaving.signal.aborted && !(error instanceof HandedBack) && !isModelMissing(error) && faultOfOrder(error) === null
  try {
    let begun = 0
    const show = ({ stage, picture, progress, loss }: Preview) => {
      if (stage === 'lesson') begun = lessonShare
      tell.send({
        stage,
        preview: picture,
        progress: stage === 'lesson' ? lessonShare * progress : begun + (1 - begun) * progress,
        loss,
      })
    }
    const learn = (signal: AbortSignal) => prepareRequest({ ...claim, ...manners }, photo, painter, show, signal)
    const request = await unlessLeaving(
      handBack,
      inSpan('learn styles', () => withinStudyTime(learn, leaving.signal)),
    )
    desk?.use(`${request.modelName} ${request.modelVersion}`)
    const stages = traceStages()
    const painting = painter.paint(request, {
      onPreview: (preview) => {
        stages.reached(preview.stage)
        show(preview)
      },
      signal: leaving.signal,
      stop: stopping.signal,
      sparesCores,
    })
    const painted = await watchPainting(request, () => unlessLeaving(handBack, painting), isPainters)
    stages.end()
    notePainting({ ...painted, longSide: claim.longSide })
    await tell.settle()
    if (leaving.signal.aborted) return
    // Sketches and refined paintings take another time for a megapixel; the estimates reckon with them apart.
    if (painted.quality === 'PAINTING') rate.note(painted.paintingMs, painted.width * painted.height)
    // Stopped before its first step, a picture has no loss.
    const loss = Number.isFinite(painted.loss) ? painted.loss : null
    const keep = () => withinTime(completeOrder(claim, { ...painted, loss }), limits.keepMs, 'keeping the painting')
    await inSpan('complete order', keep)
  } catch (error) {
    if (error instanceof HandedBack) leaving.abort()
    else if (leaving.signal.aborted) return
    throw error
  } finally {
    clearInterval(beating)
    await tell.settle().catch(() => {})
  }
}

/** The handler of `paint-portrait`: claim, look among finished paintings, paint, keep. A failure is tried again; the last one is told to the artist. */
export function paintPortraitJob(tools: Tools) {
  const isCrowd = watchCrowd()
  return async ({ orderId }: JobPayload<'paint-portrait'>, { isLastTry }: JobContext): Promise<void> => {
    const beganAt = Date.now()
    const claim = await claimOrder(orderId, tools.workerId, tools.desk?.abilities()).catch(declineIfPassing)
    if (!claim) return
    const turn = { ...tools, sparesCores: isCrowd(claim.waitedSeconds) }
    tools.desk?.begin()
    try {
      await observeClaim(claim, beganAt, () => paintClaimed(claim, turn, isLastTry))
    } finally {
      tools.desk?.end()
    }
  }
}

async function paintClaimed(claim: Claim, turn: Turn, isLastTry: boolean): Promise<void> {
  const log = logger.child({ orderId: claim.id, attempt: claim.attempt })
  try {
    if (await completeFromCache(claim)) return log.info('painted from an earlier result')
    const photo = await withinTime(store.read(fileKey(claim.photoSha256)), limits.readMs, 'reading the photo')
    if (!photo) return await failOrder(claim, 'photo_unreadable')
    await paint(claim, photo, turn)
  } catch (error) {
    if (error instanceof HandedBack) {
      log.info('handed back')
      await giveBack(claim, turn.handBack)
      throw error
    }
    if (isPassing(error) && claim.waitedSeconds < longestPatience) {
      log.warn({ err: error }, 'given back: a neighbour is away')
      await giveBack(claim, turn.handBack)
      declineIfPassing(error)
    }
    if (isModelMissing(error) && claim.triedSeconds < longestPatience) {
      log.warn({ err: error }, 'given back: nobody here has the network of its style')
      await giveBack(claim, turn.handBack)
      const delayMs = Math.min(lackDelayMs.most, lackDelayMs.first * 2 ** (claim.attempt - 1))
      throw new Declined(delayMs * (0.5 + Math.random()), 'the network of its style is not here')
    }
    log.error({ err: error, isLastTry }, 'painting failed')
    noteFailure(turn.painter.model.provider, error instanceof PainterError ? error.code : 'unforeseen')
    const fault = isModelMissing(error) ? 'style_missing' : faultOfOrder(error)
    if (fault) return failOrder(claim, fault)
    if (isLastTry || claim.claimsLeft === 0) return failOrder(claim, 'painter_failed')
    await endWithWord(claim)
    throw error
  }
}
