import { logger } from '@/server/platform/logger'
import { Decoder, type DecodingAnswer, type DecodingJob } from './decoder'

export interface PoolLimits {
  /** Decoding processes at most; they start when they are needed. */
  size: number
  /** Photos that may wait for one. */
  waiting: number
  waitMs: number
  /** A process is replaced after so many photos, so that nothing that leaks in it adds up. */
  photosEach: number
}

interface Place {
  decoder: Decoder | null
  decoded: number
  isTaken: boolean
}

/** A few processes that decode photos, and a short queue before them. */
export class DecoderPool {
  readonly #limits: PoolLimits
  readonly #places: Place[]
  readonly #waiting: ((place: Place) => void)[] = []

  constructor(limits: PoolLimits) {
    this.#limits = limits
    this.#places = Array.from({ length: limits.size }, () => ({ decoder: null, decoded: 0, isTaken: false }))
  }

  /** Of the processes that are there now. */
  get pids(): number[] {
    return this.#places.flatMap(({ decoder }) => (decoder && !decoder.hasEnded ? (decoder.pid ?? []) : []))
  }

  /** Answers `busy` when too many wait, or when it waited too long. Plain data only: the pool is shared (see shared.ts). */
  async decode(job: DecodingJob): Promise<DecodingAnswer | { ended: 'busy' }> {
    const place = await this.#take()
    if (!place) return { ended: 'busy' }
    try {
      const answer = await this.#decoderOf(place).decode(job)
      if ('ended' in answer) {
        logger.warn({ reason: answer.ended, bytes: job.bytes.length, format: job.format }, 'decoder ended')
      }
      return answer
    } finally {
      this.#give(place)
    }
  }

  #decoderOf(place: Place): Decoder {
    if (place.decoder && place.decoded >= this.#limits.photosEach) place.decoder.end()
    if (!place.decoder || place.decoder.hasEnded) {
      place.decoder = new Decoder()
      place.decoded = 0
    }
    place.decoded += 1
    return place.decoder
  }

  #take(): Promise<Place | null> {
    // One that runs already is ready sooner.
    const free = this.#places.filter(({ isTaken }) => !isTaken)
    const place = free.find(({ decoder }) => decoder && !decoder.hasEnded) ?? free[0]
    if (place) {
      place.isTaken = true
      return Promise.resolve(place)
    }
    if (this.#waiting.length >= this.#limits.waiting) return Promise.resolve(null)
    return new Promise((resolve) => {
      const next = (given: Place) => {
        clearTimeout(timer)
        resolve(given)
      }
      const timer = setTimeout(() => {
        this.#waiting.splice(this.#waiting.indexOf(next), 1)
        resolve(null)
      }, this.#limits.waitMs)
      this.#waiting.push(next)
    })
  }

  #give(place: Place): void {
    const next = this.#waiting.shift()
    if (next) next(place)
    else place.isTaken = false
  }
}
