import { availableParallelism } from 'node:os'
import type { PaintOptions, StudyOptions } from './paint-options'
import { PaintingThread } from './painting-thread'
import { modelFolder } from './read-manifest'
import type { PainterModel, PaintRequest, PaintResult, ShownModel, StudiedStyle } from './thread-messages'

export interface PainterOptions {
  /** Folders with models; the committed weights alone where left out. */
  modelFolders?: string[]
  /** Bytes of networks held open at once; the one in use is never counted out. */
  modelBytes?: number
  /** onnxruntime execution providers in order of preference; `cpu` is always the last resort. */
  providers?: string[]
  /** See ThreadSettings. */
  sessionsFrom?: string
  /** Threads of one run on the CPU. */
  threads?: number
  /** Cores left alone by pictures that are painted with `sparesCores`; 0 where left out. */
  sparedCores?: number
  /** Steps in which a new style is studied, for each of its two codes; 0 for the encoder's guess alone. */
  lessons?: number
  /** Longest (ms) that one size is refined for, or one code taught; what there is by then is kept. */
  budgetMs?: number
  /** Longest (ms) that one stage of a picture, or a study, may take; two minutes where left out. The thread is then replaced. */
  stageMs?: number
  /** Called when models have come or gone while the painter was at work, with sentences for the log. */
  onModels?: (models: ShownModel[], notes: string[]) => void
  /** Called with a sentence for the log when new models cannot be taken up. */
  onComplaint?: (message: string) => void
}

export interface Painter {
  /** The house's own model, which new styles are made for. */
  readonly model: PainterModel
  /** All models with their styles, the house's own first. */
  readonly models: ShownModel[]
  /** Sentences for the log: providers that were asked for and are not to be had, models that were refused. */
  readonly notes: string[]
  /**
   * Paints a picture; further calls wait their turn. The event loop stays free.
   * @throws PainterError, or the signal's reason once it is aborted
   */
  paint(request: PaintRequest, options?: PaintOptions): Promise<PaintResult>
  /**
   * What is needed to paint in the manner of a painting (an encoded picture), and the model that it was learned for.
   * @throws PainterError `photo_unreadable`, or the signal's reason once it is aborted
   */
  study(painting: Uint8Array, options?: StudyOptions): Promise<StudiedStyle>
  close(): Promise<void>
}

/** More threads than this bring nothing to so small a network. */
const MOST_THREADS = 8
const BUDGET_MS = 20_000
/** More bring little (docs/decisions/0090). */
export const LESSONS = 40
const MODEL_BYTES = 256 * 1024 * 1024

/**
 * Checks the weights, opens them in a thread of their own and is ready to paint. A thread that dies takes only the picture on it along:
 * that call fails with `painter_failed`, and the next one gets a new thread.
 * @throws PainterError `model_damaged` where the weights are not those of the manifest
 */
export async function createPainter(options: PainterOptions = {}): Promise<Painter> {
  const threads = options.threads ?? Math.min(MOST_THREADS, availableParallelism())
  const settings = {
    modelFolders: options.modelFolders ?? [modelFolder],
    modelBytes: options.modelBytes ?? MODEL_BYTES,
    providers: options.providers ?? ['cpu'],
    budgetMs: options.budgetMs ?? BUDGET_MS,
    lessons: options.lessons ?? LESSONS,
    ...(options.sessionsFrom && { sessionsFrom: options.sessionsFrom }),
    threads,
    sparingThreads: Math.max(1, Math.min(threads, availableParallelism() - (options.sparedCores ?? 0))),
  }
  const start = () =>
    PaintingThread.start(
      settings,
      ({ models, notes }) => options.onModels?.(models, notes),
      (message) => options.onComplaint?.(message),
      options.stageMs,
    )
  let thread = await start()
  let last: Promise<unknown> = Promise.resolve()
  let isClosed = false

  const inTurn = <T>(work: (thread: PaintingThread) => Promise<T>): Promise<T> => {
    const turn = last.then(async () => {
      if (isClosed) throw new Error('The painter has been closed.')
      if (thread.isWorn && !thread.hasEnded) await thread.close()
      if (thread.hasEnded || thread.isWorn) {
        thread = await start()
        // It has looked into the folders for itself, and may have found others than the one before.
        options.onModels?.(thread.models, thread.notes)
      }
      return work(thread)
    })
    last = turn.catch(() => undefined)
    return turn
  }

  return {
    get model() {
      return thread.model
    },
    get models() {
      return thread.models
    },
    get notes() {
      return thread.notes
    },
    paint: (request, paintOptions = {}) => inTurn((at) => at.paint(request, paintOptions)),
    study: (painting, options) => inTurn((at) => at.study(painting, options)),
    async close() {
      isClosed = true
      await thread.close()
    },
  }
}
