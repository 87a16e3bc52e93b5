import type { Outcome } from './operation'

interface Mark {
  isSet: boolean
  outcome: Outcome
  invokedAt: number
}

/**
 * The states that a mark (a like, a favourite) may be in after one client's calls, which follow each other. An acknowledged
 * call settles it; a refused one changes nothing; an unknown one may take effect at any later time, so its state stays possible.
 */
export function possibleStates(calls: Mark[]): Set<boolean> {
  let settled = false
  const lingering = new Set<boolean>()
  for (const { isSet, outcome } of [...calls].sort((a, b) => a.invokedAt - b.invokedAt)) {
    if (outcome === 'ok') settled = isSet
    if (outcome === 'unknown') lingering.add(isSet)
  }
  return new Set([settled, ...lingering])
}
