/** Ends a part: aborted by itself, or with the whole. (`AbortSignal.any` is younger than many a tablet.) */
export function partOf(whole: AbortSignal): AbortController {
  const part = new AbortController()
  if (whole.aborted) part.abort()
  else whole.addEventListener('abort', () => part.abort(), { once: true, signal: part.signal })
  return part
}
