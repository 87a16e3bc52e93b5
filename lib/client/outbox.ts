import { ApiError } from './api-error'
import {
  addWish,
  countAttempt,
  findWish,
  mostAttempts,
  removeWish,
  retryDelay,
  type Wish,
  type WishKind,
} from './wishes'

/** Where wishes wait. Reads and writes are synchronous so that a wish is safe before the button has even changed. */
export interface WishStorage {
  read: () => Wish[]
  write: (wishes: Wish[]) => void
}

export type Outcome<Answer> = { wish: Wish; answer: Answer } | { wish: Wish; error: ApiError }

export interface OutboxOptions<Answer> {
  storage: WishStorage
  send: (wish: Wish) => Promise<Answer>
  /** Runs one task at a time over all tabs of this browser. */
  exclusively: (task: () => Promise<void>) => Promise<void>
  /** Runs a task after some ms; answers how to call it off. */
  later: (delayMs: number, task: () => void) => () => void
}

/**
 * The only way out for likes and favourites: a wish is stored first, then sent, and leaves the storage when the house has
 * answered for good. So it survives a reload in mid-flight, and a wish made offline is sent when the network is back.
 */
export class Outbox<Answer> {
  private readonly options: OutboxOptions<Answer>
  private readonly onChange = new Set<() => void>()
  private readonly onOutcome = new Set<(outcome: Outcome<Answer>) => void>()
  private draining: Promise<void> | null = null
  private hasNews = false
  private callOff: (() => void) | null = null
  /** Tries in a row that reached nobody. They do not count against a wish: being offline for a week is no fault of it. */
  private silences = 0
  /** The wish that is on its way at this moment. */
  inFlight: Wish | null = null

  constructor(options: OutboxOptions<Answer>) {
    this.options = options
  }

  /** True while the house is out of reach. */
  get isStuck(): boolean {
    return this.silences > 0
  }

  /** The wish that waits for this work, if any. */
  pending(kind: WishKind, artworkId: string): Wish | undefined {
    return findWish(this.options.storage.read(), kind, artworkId)
  }

  add(wish: Wish): void {
    this.options.storage.write(addWish(this.options.storage.read(), wish))
    this.changed()
    void this.drain()
  }

  clear(): void {
    this.options.storage.write([])
    this.changed()
  }

  subscribe(listener: () => void): () => void {
    this.onChange.add(listener)
    return () => this.onChange.delete(listener)
  }

  /** Told once for each wish that left the outbox. */
  listen(listener: (outcome: Outcome<Answer>) => void): () => void {
    this.onOutcome.add(listener)
    return () => this.onOutcome.delete(listener)
  }

  /** Sends what waits, oldest first. Safe to call at any time; resolves when nothing more can be sent for now. */
  drain(): Promise<void> {
    this.hasNews = true
    this.draining ??= this.run().finally(() => {
      this.draining = null
    })
    return this.draining
  }

  private async run(): Promise<void> {
    this.callOff?.()
    this.callOff = null
    let pauseMs = 0
    while (this.hasNews) {
      this.hasNews = false
      await this.options.exclusively(async () => {
        pauseMs = await this.sendAll()
      })
    }
    if (pauseMs > 0) this.callOff = this.options.later(pauseMs, () => void this.drain())
  }

  /** Answers ms to wait before the next try, 0 when the outbox is empty. */
  private async sendAll(): Promise<number> {
    const tried = new Set<string>()
    let pauseMs = 0
    for (;;) {
      const wish = this.options.storage.read().find((waiting) => !tried.has(waiting.id))
      if (!wish) return pauseMs
      tried.add(wish.id)
      const error = await this.sendOne(wish)
      this.silences = error?.code === 'offline' ? this.silences + 1 : 0
      this.changed()
      if (!error) continue
      const asked = (error.retryAfterSeconds ?? 0) * 1000
      pauseMs = Math.max(pauseMs, asked, retryDelay(this.silences + wish.attempts, Math.random()))
      // Without a network, or when asked to slow down, the others would fare no better; a fault of one work must not hold up the rest.
      if (error.code === 'offline' || error.status === 429) return pauseMs
    }
  }

  /** Answers the error when the wish has to wait and be sent again. */
  private async sendOne(wish: Wish): Promise<ApiError | null> {
    const { storage, send } = this.options
    this.inFlight = wish
    this.changed()
    try {
      const answer = await send(wish)
      this.settle({ wish, answer })
      return null
    } catch (cause) {
      const error = cause instanceof ApiError ? cause : new ApiError({ code: 'internal', message: null, status: 500 })
      if (error.code === 'offline') return error
      if (!error.isTransient || wish.attempts + 1 >= mostAttempts) {
        this.settle({ wish, error })
        return null
      }
      storage.write(countAttempt(storage.read(), wish.id))
      return error
    } finally {
      this.inFlight = null
    }
  }

  private settle(outcome: Outcome<Answer>): void {
    const { storage } = this.options
    storage.write(removeWish(storage.read(), outcome.wish.id))
    for (const listener of this.onOutcome) listener(outcome)
  }

  /** Tells subscribers that wishes changed; also called when another tab changed them. */
  changed(): void {
    for (const listener of this.onChange) listener()
  }
}
