import { logger } from '@/server/platform/logger'
import { Decoder, type DecodingAnswer, type DecodingJob } from './decoder'

export interface PoolLimits {
  /** Decoding processes at most; they start when they are needed. */
  size: number
  /** Photos that may wait for one, and bytes of them: they are held in memory meanwhile. One may wait whatever its size. */
  waiting: number
  waitingBytes: number
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
  #waitingBytes = 0

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
    const place = await this.#take(job.bytes.length)
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

  #take(bytes: number): Promise<Place | null> {
    // One that runs already is ready sooner.
    const free = this.#places.filter(({ isTaken }) => !isTaken)
    const place = free.find(({ decoder }) => decoder && !decoder.hasEnded) ?? free[0]
    if (place) {
      place.isTaken = true
      return Promise.resolve(place)
    }
    const { length } = this.#waiting
    const isFull = length >= this.#limits.waiting || this.#waitingBytes + bytes > this.#limits.waitingBytes
    if (length > 0 && isFull) return Promise.resolve(null)
    this.#waitingBytes += bytes
    return new Promise((resolve) => {
      const leave = (given: Place | null) => {
        clearTimeout(timer)
        this.#waitingBytes -= bytes
        resolve(given)
      }
      const timer = setTimeout(() => {
        this.#waiting.splice(this.#waiting.indexOf(leave), 1)
        leave(null)
      }, this.#limits.waitMs)
      this.#waiting.push(leave)
    })
  }

  #give(place: Place): void {
    const next = this.#waiting.shift()
    if (next) next(place)
    else place.isTaken = false
  }
}
