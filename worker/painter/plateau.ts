import { VIEWS } from './views'

/** A size is done when a turn of the views has not lowered the loss by this share, against the turn before (docs/decisions/0230). */
const SHARE = 0.05

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0)

/**
 * Whether refinement of a size has come to an end of its own. Every step looks from another place, and sees another loss: whole turns of
 * the places are compared, so that nothing can be said before the eighth step.
 * @param losses as all steps so far found them, first to last
 */
export function isPlateau(losses: readonly number[]): boolean {
  const turn = VIEWS.length
  if (losses.length < 2 * turn) return false
  return sum(losses.slice(-turn)) > (1 - SHARE) * sum(losses.slice(-2 * turn, -turn))
}
