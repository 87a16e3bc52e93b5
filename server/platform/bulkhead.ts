import { fail } from './errors'

export interface BulkheadRules {
  /** Pieces of work at once. */
  size: number
  /** How many more may wait; the next one is refused at once. */
  waiting: number
}

/**
 * Lets so much work at once through to something that may become slow, so that it cannot draw every request of the process along with it
 * (M. Nygard, "Release It!", Bulkheads).
 */
export class Bulkhead {
  private running = 0
  private readonly line: (() => void)[] = []

  constructor(private readonly rules: BulkheadRules) {}

  /** @throws {HouseError} unavailable where too many wait already */
  async run<T>(work: () => Promise<T>): Promise<T> {
    if (this.running >= this.rules.size) {
      if (this.line.length >= this.rules.waiting) fail('unavailable', { retryAfterSeconds: 5, cause: 'bulkhead' })
      await new Promise<void>((resolve) => this.line.push(resolve))
    } else this.running += 1
    try {
      return await work()
    } finally {
      // Whoever is next takes the place over, so that nobody slips in between.
      const next = this.line.shift()
      if (next) next()
      else this.running -= 1
    }
  }
}
