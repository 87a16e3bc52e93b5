import { type ChildProcess, spawn } from 'node:child_process'
import path from 'node:path'
import { z } from 'zod'
import type { PhotoFormat } from '../photo-format'

export interface DecodingLimits {
  pixels: number
  shortestSide: number
  longestRatio: number
  /** Long side of what comes out, px. */
  keptLongSide: number
  /** Resident memory of the decoding process. */
  memoryBytes: number
  /** For one photo. */
  timeMs: number
}

export interface DecodingJob {
  bytes: Uint8Array
  format: PhotoFormat
  limits: DecodingLimits
}

const answerSchema = z.union([
  z.strictObject({ photo: z.instanceof(Uint8Array) }),
  z.strictObject({
    refusal: z.enum([
      'photo_damaged',
      'photo_animated',
      'photo_too_many_pixels',
      'photo_too_small',
      'photo_too_narrow',
    ]),
    detail: z.string(),
  }),
])
const outgrownSchema = z.strictObject({ outgrown: z.literal(true) })

/**
 * What came of a photo: it, as we keep it; why it is refused; or why its process ended: `time` and `memory` beyond the limits,
 * `crash` inside the library, `lost` for a reason that is not the photo's.
 */
export type DecodingAnswer = z.infer<typeof answerSchema> | { ended: 'time' | 'memory' | 'crash' | 'lost' }

const crashSignals = new Set<NodeJS.Signals | null>(['SIGSEGV', 'SIGABRT', 'SIGBUS', 'SIGILL', 'SIGFPE', 'SIGTRAP'])

/** The file is found from the working folder, the project's root: Next bundles this module, and the child is no part of that. */
const childFile = () => path.resolve('server', 'storage', 'decoding', 'child.mjs')

/** All that the child is told. glibc, asked so, gives back what a photo took; other allocators do not listen. */
const childEnv = {
  NODE_ENV: 'production',
  MALLOC_ARENA_MAX: '1',
  MALLOC_TRIM_THRESHOLD_: '131072',
  MALLOC_MMAP_THRESHOLD_: '131072',
} as const

/** One decoding process, which takes one photo at a time. It knows none of our secrets. */
export class Decoder {
  readonly #child: ChildProcess
  #hasEnded = false

  constructor() {
    this.#child = spawn(process.execPath, ['--max-old-space-size=64', childFile()], {
      env: childEnv,
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
      serialization: 'advanced',
    })
    this.#child.once('error', () => this.#setEnded())
    this.#child.once('exit', () => this.#setEnded())
    this.#keepsUsAlive(false)
  }

  get pid(): number | undefined {
    return this.#child.pid
  }

  get hasEnded(): boolean {
    return this.#hasEnded
  }

  end(): void {
    this.#hasEnded = true
    this.#child.kill('SIGKILL')
  }

  decode(job: DecodingJob): Promise<DecodingAnswer> {
    this.#keepsUsAlive(true)
    let reason: 'time' | 'memory' | null = null
    const endFor = (why: 'time' | 'memory') => {
      reason = why
      this.end()
    }
    return new Promise((resolve) => {
      const timer = setTimeout(() => endFor('time'), job.limits.timeMs)
      const finish = (answer: DecodingAnswer) => {
        clearTimeout(timer)
        this.#child.off('message', onMessage).off('exit', onExit).off('error', onError)
        if (!this.#hasEnded) this.#keepsUsAlive(false)
        resolve(answer)
      }
      const onMessage = (message: unknown) => {
        if (outgrownSchema.safeParse(message).success) return endFor('memory')
        const answer = answerSchema.safeParse(message)
        if (answer.success) finish(answer.data)
      }
      const onExit = (_code: number | null, signal: NodeJS.Signals | null) =>
        finish({ ended: reason ?? (crashSignals.has(signal) ? 'crash' : 'lost') })
      const onError = () => finish({ ended: 'lost' })
      this.#child.on('message', onMessage).once('exit', onExit).once('error', onError)
      this.#child.send(job, (error) => {
        if (error) this.end()
      })
    })
  }

  #setEnded(): void {
    this.#hasEnded = true
  }

  /** Idle decoders must not hold a process open that has nothing else to do. */
  #keepsUsAlive(isNeeded: boolean): void {
    for (const handle of [this.#child, this.#child.channel]) isNeeded ? handle?.ref() : handle?.unref()
  }
}
