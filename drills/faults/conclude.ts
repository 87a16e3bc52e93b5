import type { Sighting } from '../drill'
import type { Verdict } from '../history/check-history'

const SHOWN = 3

export const seconds = (ms: number) => (Number.isFinite(ms) ? `${(ms / 1000).toFixed(1)} s` : 'never')

/** The sentence of a drill: what was seen, and the first few of what the history's check found. */
export function conclude(conditions: boolean[], seen: string, { problems }: Pick<Verdict, 'problems'>): Sighting {
  const shown = problems.slice(0, SHOWN).join('; ')
  const more = problems.length > SHOWN ? ` and ${problems.length - SHOWN} more` : ''
  return {
    isOk: conditions.every(Boolean) && problems.length === 0,
    seen: `${seen}${problems.length > 0 ? `; history: ${shown}${more}` : '; history clean'}`,
  }
}
