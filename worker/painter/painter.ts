import { availableParallelism } from 'node:os'
import { PaintingThread, type PaintOptions } from './painting-thread'
import { modelFolder } from './read-manifest'
import type { PainterModel, PaintRequest, PaintResult } from './thread-messages'

export interface PainterOptions {
  /** Folder with manifest.json and the network; the committed weights where left out. */
  modelFolder?: string
  /** onnxruntime execution providers in order of preference; `cpu` is always the last resort. */
  providers?: string[]
  /** Threads of one run on the CPU. */
  threads?: number
}

export interface Painter {
  readonly model: PainterModel
  /** Sentences for the log: providers that were asked for and are not to be had. */
  readonly notes: string[]
  /**
   * Paints a picture; further calls wait their turn. The event loop stays free.
   * @throws PainterError, or the signal's reason once it is aborted
   */
  paint(request: PaintRequest, options?: PaintOptions): Promise<PaintResult>
  close(): Promise<void>
}

/** More threads than this bring nothing to so small a network. */
const MOST_THREADS = 8

/**
 * Checks the weights, opens them in a thread of their own and is ready to paint. A thread that dies takes only the picture on it along:
 * that call fails with `painter_failed`, and the next one gets a new thread.
 * @throws PainterError `model_damaged` where the weights are not those of the manifest
 */
export async function createPainter(options: PainterOptions = {}): Promise<Painter> {
  const settings = {
    modelFolder: options.modelFolder ?? modelFolder,
    providers: options.providers ?? ['cpu'],
    threads: options.threads ?? Math.min(MOST_THREADS, availableParallelism()),
  }
  let thread = await PaintingThread.start(settings)
  let last: Promise<unknown> = Promise.resolve()
  let isClosed = false

  const paintNow = async (request: PaintRequest, paintOptions: PaintOptions): Promise<PaintResult> => {
    if (isClosed) throw new Error('The painter has been closed.')
    if (thread.hasEnded) thread = await PaintingThread.start(settings)
    return thread.paint(request, paintOptions)
  }

  return {
    get model() {
      return thread.model
    },
    get notes() {
      return thread.notes
    },
    paint(request, paintOptions = {}) {
      const turn = last.then(() => paintNow(request, paintOptions))
      last = turn.catch(() => undefined)
      return turn
    },
    async close() {
      isClosed = true
      await thread.close()
    },
  }
}
