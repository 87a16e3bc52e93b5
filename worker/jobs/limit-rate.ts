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
    try {
      for (let next = waiting; next; next = waiting) {
        const pause = lastAt + intervalMs - performance.now()
        if (pause > 0) await new Promise((resolve) => setTimeout(resolve, pause))
        const { value } = waiting ?? next
        waiting = null
        lastAt = performance.now()
        await deliver(value)
      }
    } finally {
      running = null
    }
  }

  return {
    send(value) {
      waiting = { value }
      if (running) return
      running = run()
      // A failure is reported by settle(); here it must only not count as unhandled.
      running.catch(() => {})
    },
    async settle() {
      await running
    },
  }
}
