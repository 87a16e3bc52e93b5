import { withinTime } from '@/server/platform/within-time'

interface Settings {
  /** A value is used for so long before it is read anew, ms. */
  freshMs: number
  /** So long a caller waits for a newer value when there is an older one, ms. */
  patienceMs: number
}

/** Reads a value that many ask for: one reading at a time, and the last good one when a reading is slow or fails. */
export class LastGood<T> {
  #last: { value: T; at: number } | null = null
  #reading: Promise<T> | null = null
  readonly #read: () => Promise<T>
  readonly #settings: Settings

  constructor(read: () => Promise<T>, settings: Settings) {
    this.#read = read
    this.#settings = settings
  }

  /** @throws what the reading throws, while there has never been a good one */
  async get(): Promise<T> {
    const last = this.#last
    if (last && Date.now() - last.at < this.#settings.freshMs) return last.value
    const reading = this.#refresh()
    if (!last) return reading
    return withinTime(reading, this.#settings.patienceMs).catch(() => last.value)
  }

  /** The next caller waits for a reading that begins now: what was true before is not any more. */
  forget(): void {
    this.#last = null
    this.#reading = null
  }

  #refresh(): Promise<T> {
    if (this.#reading) return this.#reading
    const reading = this.#read()
      .then((value) => {
        if (this.#reading === reading) this.#last = { value, at: Date.now() }
        return value
      })
      .finally(() => {
        if (this.#reading === reading) this.#reading = null
      })
    this.#reading = reading
    return reading
  }
}
