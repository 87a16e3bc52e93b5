import { Worker } from 'node:worker_threads'
import { PainterError } from './painter-error'
import type { FromThread, PainterModel, PaintRequest, PaintResult, Preview, ThreadSettings } from './thread-messages'

export interface PaintOptions {
  /** A true intermediate painting; sizes grow. Not called for the finished picture. Left out, none is painted. */
  onPreview?: (preview: Preview) => void
  signal?: AbortSignal
}

interface Work extends PaintOptions {
  resolve: (result: PaintResult) => void
  reject: (error: unknown) => void
}

type Ready = Extract<FromThread, { kind: 'ready' }>

/** One worker thread with one network, and at most one picture on it. */
export class PaintingThread {
  #worker: Worker
  #cancelled: Int32Array
  #ready: Ready | null = null
  #work: Work | null = null
  #hasEnded = false

  private constructor(worker: Worker, cancelled: Int32Array) {
    this.#worker = worker
    this.#cancelled = cancelled
  }

  /** @throws PainterError `model_damaged` or `painter_failed` where the thread cannot be made ready */
  static async start(options: Omit<ThreadSettings, 'cancelled'>): Promise<PaintingThread> {
    const cancelled = new SharedArrayBuffer(4)
    const workerData: ThreadSettings = { ...options, cancelled }
    const worker = new Worker(new URL('./thread-entry.mjs', import.meta.url), { workerData, execArgv: [] })
    const thread = new PaintingThread(worker, new Int32Array(cancelled))
    try {
      await thread.#listen()
    } catch (error) {
      await worker.terminate()
      throw error
    }
    return thread
  }

  get model(): PainterModel {
    if (!this.#ready) throw new Error('The painting thread is not ready.')
    return this.#ready.model
  }

  /** Sentences for the log. */
  get notes(): string[] {
    return this.#ready?.notes ?? []
  }

  get hasEnded(): boolean {
    return this.#hasEnded
  }

  /** Paints one picture; the caller lets one finish before it brings the next. */
  async paint(request: PaintRequest, options: PaintOptions): Promise<PaintResult> {
    const { signal } = options
    signal?.throwIfAborted()
    Atomics.store(this.#cancelled, 0, 0)
    const cancel = () => Atomics.store(this.#cancelled, 0, 1)
    signal?.addEventListener('abort', cancel, { once: true })
    try {
      return await new Promise<PaintResult>((resolve, reject) => {
        this.#work = { ...options, resolve, reject }
        if (this.#hasEnded) this.#end()
        else this.#worker.postMessage({ kind: 'paint', request, wantsPreviews: options.onPreview !== undefined })
      })
    } finally {
      this.#work = null
      signal?.removeEventListener('abort', cancel)
    }
  }

  async close(): Promise<void> {
    await this.#worker.terminate()
  }

  /** Resolves once the thread is ready; what it says later goes to the work in hand. */
  #listen(): Promise<void> {
    return new Promise((resolve, reject) => {
      const refuse = (why: string, cause?: unknown) =>
        reject(new PainterError('painter_failed', `The painting thread did not start: ${why}`, { cause }))
      this.#worker.on('message', (message: FromThread) => {
        if (message.kind === 'ready') {
          this.#ready = message
          resolve()
        } else if (message.kind === 'unusable') reject(new PainterError(message.code, message.message))
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

  #hear(message: FromThread): void {
    const work = this.#work
    if (!work) return
    if (message.kind === 'preview') {
      // After a cancellation nobody is looking any more.
      if (!work.signal?.aborted)
        work.onPreview?.({ stage: message.stage, webp: message.webp, progress: message.progress })
    } else if (message.kind === 'painted') work.resolve(message.result)
    else if (message.kind === 'cancelled') work.reject(work.signal?.reason)
    else if (message.kind === 'failed') work.reject(new PainterError(message.code, message.message))
  }

  #end(cause?: unknown): void {
    this.#hasEnded = true
    this.#work?.reject(new PainterError('painter_failed', 'The painting thread ended while it painted.', { cause }))
  }
}
