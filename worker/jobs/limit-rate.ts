/** A sender that keeps an interval between values: of those that come too fast only the latest is sent. */
export interface LimitedSender<T> {
  send(value: T): void
  /** Resolves when everything is sent; rejects with the first failure of a sending. */
  settle(): Promise<void>
}

/** `deliver` runs one at a time, at most once in `intervalMs`. */
export function limitRate<T>(intervalMs: number, deliver: (value: T) => Promise<void>): LimitedSender<T> {
  let waiting: { value: T } | null = null
  let running: Promise<void> | null = null
  let lastAt = Number.NEGATIVE_INFINITY

  const run = async () => {
    while (waiting) {
      const pause = lastAt + intervalMs - performance.now()
      if (pause > 0) await new Promise((resolve) => setTimeout(resolve, pause))
      const { value }: { value: T } = waiting
      waiting = null
      lastAt = performance.now()
      await deliver(value)
    }
  }

  return {
    send(value) {
      waiting = { value }
      running ??= run().finally(() => {
        running = null
      })
      // A failure is reported by settle(); here it must only not count as unhandled.
      running.catch(() => {})
    },
    async settle() {
      if (running) await running
    },
  }
}
