import { Worker } from 'node:worker_threads'
import type { PaintOptions, StudyOptions } from './paint-options'
import { PainterError } from './painter-error'
import {
  Flag,
  type FromThread,
  type PainterModel,
  type PaintRequest,
  type PaintResult,
  type Preview,
  type ShownModel,
  type StudiedStyle,
  type ThreadSettings,
  type ToThread,
} from './thread-messages'

interface Work {
  signal?: AbortSignal | undefined
  onPreview?: ((preview: Preview) => void) | undefined
  resolve: (answer: Extract<FromThread, { kind: 'painted' | 'studied' }>) => void
  reject: (error: unknown) => void
  /** It was called off because a stage took too long. */
  late?: PainterError
}

type Ready = Extract<FromThread, { kind: 'ready' }>

/** onnxruntime keeps a little of every session that was closed (onnxruntime#25325): a thread that closed this many models is replaced. */
const CLOSED_MODELS = 32
/** Where nothing else is said. */
const STAGE_MS = 120_000
/** From being called off to being given up. */
const GRACE_MS = 10_000
/** From being given up to being ended, in the middle of a run if need be: what does not come back by then never will. */
const GIVEN_UP_MS = 120_000

/** One worker thread with the models, and at most one picture on it. */
export class PaintingThread {
  #worker: Worker
  #flags: Int32Array
  #ready: Ready | null = null
  #work: Work | null = null
  #hasEnded = false
  #closedModels = 0
  #watching: NodeJS.Timeout | undefined

  private constructor(
    worker: Worker,
    flags: Int32Array,
    private readonly onModels: (ready: Ready) => void,
    private readonly onComplaint: (message: string) => void,
    private readonly stageMs: number,
  ) {
    this.#worker = worker
    this.#flags = flags
  }

  /**
   * @param onModels called when models have come or gone since the start
   * @param stageMs longest that the thread may be silent over a stage; it is given up then, and the picture fails
   * @throws PainterError `model_damaged` or `painter_failed` where the thread cannot be made ready
   */
  static async start(
    options: Omit<ThreadSettings, 'flags'>,
    onModels: (ready: Ready) => void,
    onComplaint: (message: string) => void,
    stageMs = STAGE_MS,
  ): Promise<PaintingThread> {
    const flags = new SharedArrayBuffer(8)
    const workerData: ThreadSettings = { ...options, flags }
    const worker = new Worker(new URL('./thread-entry.mjs', import.meta.url), { workerData, execArgv: [] })
    const thread = new PaintingThread(worker, new Int32Array(flags), onModels, onComplaint, stageMs)
    try {
      await thread.#listen()
    } catch (error) {
      await worker.terminate()
      throw error
    }
    return thread
  }

  get #facts(): Ready {
    if (!this.#ready) throw new Error('The painting thread is not ready.')
    return this.#ready
  }

  get model(): PainterModel {
    return this.#facts.model
  }

  get models(): ShownModel[] {
    return this.#facts.models
  }

  /** Sentences for the log. */
  get notes(): string[] {
    return this.#ready?.notes ?? []
  }

  get hasEnded(): boolean {
    return this.#hasEnded
  }

  /** Has opened and closed so many models that a fresh thread is better. */
  get isWorn(): boolean {
    return this.#closedModels >= CLOSED_MODELS
  }

  /** Paints one picture; the caller lets one finish before it brings the next. */
  async paint(request: PaintRequest, options: PaintOptions): Promise<PaintResult> {
    const { signal, stop, onPreview, sparesCores = false } = options
    const message = { kind: 'paint', request, wantsPreviews: onPreview !== undefined, sparesCores } as const
    const answer = await this.#heeding({ signal, stop }, () => this.#ask(message, { signal, onPreview }))
    if (answer.kind !== 'painted') throw new Error('The thread answered another question.')
    this.#closedModels = answer.closedModels
    return answer.result
  }

  /** Studies one painting; the caller keeps the order as with paint. */
  async study(
    painting: Uint8Array,
    { model = null, sitter = null, signal, onPreview }: StudyOptions = {},
  ): Promise<StudiedStyle> {
    const message = { kind: 'study', painting, model, sitter } as const
    const answer = await this.#heeding({ signal }, () => this.#ask(message, { signal, onPreview }))
    if (answer.kind !== 'studied') throw new Error('The thread answered another question.')
    return answer.style
  }

  /**
   * The thread ends itself between two runs: onnxruntime aborts the whole process where a thread is ended in the middle of one. Only what
   * does not come to an end is ended all the same.
   */
  async close(patienceMs = GRACE_MS): Promise<void> {
    this.#hasEnded = true
    Atomics.store(this.#flags, Flag.cancel, 1)
    if (this.#worker.threadId === -1) return
    const gone = new Promise<void>((resolve) => this.#worker.once('exit', () => resolve()))
    this.#worker.postMessage({ kind: 'end' } satisfies ToThread)
    const patience = setTimeout(() => void this.#worker.terminate(), patienceMs)
    await gone
    clearTimeout(patience)
  }

  /** Passes both signals on to the thread while it works. */
  async #heeding<T>({ signal, stop }: Pick<PaintOptions, 'signal' | 'stop'>, work: () => Promise<T>): Promise<T> {
    signal?.throwIfAborted()
    Atomics.store(this.#flags, Flag.cancel, 0)
    Atomics.store(this.#flags, Flag.stop, stop?.aborted ? 1 : 0)
    const cancel = () => Atomics.store(this.#flags, Flag.cancel, 1)
    const refineNoFurther = () => Atomics.store(this.#flags, Flag.stop, 1)
    signal?.addEventListener('abort', cancel, { once: true })
    stop?.addEventListener('abort', refineNoFurther, { once: true })
    try {
      return await work()
    } finally {
      signal?.removeEventListener('abort', cancel)
      stop?.removeEventListener('abort', refineNoFurther)
    }
  }

  async #ask(message: ToThread, options: Pick<Work, 'signal' | 'onPreview'>) {
    try {
      return await new Promise<Parameters<Work['resolve']>[0]>((resolve, reject) => {
        this.#work = { ...options, resolve, reject }
        if (this.#hasEnded) this.#end()
        else this.#worker.postMessage(message)
        this.#watch()
      })
    } finally {
      clearTimeout(this.#watching)
      this.#work = null
    }
  }

  /** Begins to count the stage's time. Between two runs of the network the thread can be called off; in the middle of one only given up. */
  #watch(): void {
    clearTimeout(this.#watching)
    this.#watching = setTimeout(() => {
      const late = new PainterError('painter_failed', `A stage took longer than ${this.stageMs / 1000} s.`)
      if (this.#work) this.#work.late = late
      Atomics.store(this.#flags, Flag.cancel, 1)
      this.#watching = setTimeout(() => {
        this.#work?.reject(late)
        void this.close(GIVEN_UP_MS)
      }, GRACE_MS)
    }, this.stageMs)
  }

  /** Resolves once the thread is ready; what it says later goes to the work in hand. */
  #listen(): Promise<void> {
    return new Promise((resolve, reject) => {
      const refuse = (why: string, cause?: unknown) =>
        reject(new PainterError('painter_failed', `The painting thread did not start: ${why}`, { cause }))
      this.#worker.on('message', (message: FromThread) => {
        if (message.kind === 'ready') {
          const isFirst = this.#ready === null
          this.#ready = message
          if (isFirst) resolve()
          else this.onModels(message)
        } else if (message.kind === 'unusable') reject(new PainterError(message.code, message.message))
        else if (message.kind === 'complaint') this.onComplaint(message.message)
        else this.#hear(message)
      })
      this.#worker.on('error', (error) => {
        refuse(error.message, error)
        this.#end(error)
      })
      this.#worker.on('exit', (code) => {
        refuse(`it ended with code ${code}`)
        this.#end()
      })
    })
  }

  #hear(message: Exclude<FromThread, { kind: 'ready' | 'unusable' | 'complaint' }>): void {
    const work = this.#work
    if (!work) return
    if (message.kind === 'preview') {
      this.#watch()
      const { kind, ...preview } = message
      // After a cancellation nobody is looking any more.
      if (!work.signal?.aborted) work.onPreview?.(preview)
    } else if (message.kind === 'painted' || message.kind === 'studied') work.resolve(message)
    else if (message.kind === 'cancelled')
      work.reject(work.late ?? work.signal?.reason ?? new PainterError('painter_failed', 'The painter was closed.'))
    else work.reject(new PainterError(message.code, message.message))
  }

  #end(cause?: unknown): void {
    this.#hasEnded = true
    this.#work?.reject(new PainterError('painter_failed', 'The painting thread ended while it painted.', { cause }))
  }
}
