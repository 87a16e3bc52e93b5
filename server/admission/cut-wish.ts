import { type Rung, rungLimits } from '@/lib/contracts/admission'
import { mostWithoutHd, type PortraitQuality } from '@/lib/contracts/portraits'

/** Refinement steps that a whole MASTER has, by long side (px): the sums of the stages in worker/painter/stages.ts, and a test holds them to it. */
export function wholeSteps(longSide: number): number {
  if (longSide < 384) return 44
  return longSide > 512 && longSide <= mostWithoutHd ? 32 : 24
}

export interface Painting {
  quality: PortraitQuality
  /** px. */
  longSide: number
  /** Refinement steps at most; null for as many as the quality has. */
  steps: number | null
}

/** What a rung leaves of a wish: the same size or a smaller one, the same quality or a lesser one. */
export function cutWish(wish: Omit<Painting, 'steps'>, rung: Rung): Painting {
  const { largestSize, refinement } = rungLimits[rung]
  const longSide = Math.min(wish.longSide, largestSize)
  if (wish.quality !== 'MASTER' || refinement === 1) return { ...wish, longSide, steps: null }
  if (refinement === 0) return { quality: 'PAINTING', longSide, steps: null }
  return { quality: 'MASTER', longSide, steps: Math.floor(wholeSteps(longSide) * refinement) }
}
