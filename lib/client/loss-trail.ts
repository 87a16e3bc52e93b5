import type { PortraitView } from '@/lib/contracts/portraits'

/** Losses of one attempt as they were measured, first to last. */
export interface LossTrail {
  attempt: number
  sequence: number
  losses: number[]
}

/** More than a thin line can show; every second one goes when there are more. */
const most = 128

export const noLosses: LossTrail = { attempt: 0, sequence: -1, losses: [] }

/** The trail with what the order says now; the very same object when that is nothing new. Another attempt begins another trail. */
export function addLoss(
  trail: LossTrail,
  { attempt, sequence, loss }: Pick<PortraitView, 'attempt' | 'sequence' | 'loss'>,
): LossTrail {
  if (attempt === trail.attempt && sequence <= trail.sequence) return trail
  const before = attempt === trail.attempt ? trail.losses : []
  const losses = loss === null || loss === before.at(-1) ? before : [...before, loss]
  return { attempt, sequence, losses: losses.length > most ? losses.filter((_, index) => index % 2 === 0) : losses }
}
