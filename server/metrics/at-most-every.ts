/**
 * `work`, run at most once in `intervalMs`, counted from its last end, and never twice at once: those who ask meanwhile share the run.
 * It has to settle by itself.
 */
export function atMostEvery(intervalMs: number, work: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | undefined
  let endedAt = Number.NEGATIVE_INFINITY
  return () => {
    if (performance.now() - endedAt < intervalMs) return Promise.resolve()
    running ??= work().finally(() => {
      endedAt = performance.now()
      running = undefined
    })
    return running
  }
}
