/**
 * One signal for all: aborted as soon as any of them is, for that one's reason. (`AbortSignal.any` is younger than many a tablet, which
 * then listens by hand, until the first of them is aborted.)
 */
export function joinSignals(...signals: AbortSignal[]): AbortSignal {
  if ('any' in AbortSignal) return AbortSignal.any(signals)
  const joined = new AbortController()
  for (const signal of signals) {
    if (joined.signal.aborted) break
    const end = () => joined.abort(signal.reason)
    if (signal.aborted) end()
    else signal.addEventListener('abort', end, { once: true, signal: joined.signal })
  }
  return joined.signal
}
