import type { TargetShape } from './style-target'

/** Weights of style in the five layers that the network looks at, relu1_1 to relu5_1. */
export const STYLE_WEIGHTS = [1, 1, 1.2, 0.5, 0.5]
/** What holds a refined picture to its photo, beside style: the photo's structure (relu3_1), and its edges (docs/decisions/0241). */
export const STRUCTURE_WEIGHT = 0.01
export const EDGE_WEIGHT = 0.045

/** Sum of squares of `a`, or of what it differs by from `b`, from one place to another. */
function squares(from: number, to: number, a: Float32Array, b?: Float32Array): number {
  let sum = 0
  for (let i = from; i < to; i++) sum += ((a[i] as number) - (b ? (b[i] as number) : 0)) ** 2
  return sum
}

/**
 * Style's part of refinement's loss, as the network `pull` computes it (training/painter/refinement.py): how far moments and Gram matrices
 * are from the wanted ones, as shares of those, and the weighted mean of that over the layers.
 * @param seen the picture's statistics, as `look` gives them
 * @param wanted a whole target of the same length
 */
export function styleLoss(seen: Float32Array, wanted: Float32Array, { channels }: TargetShape): number {
  const whole = STYLE_WEIGHTS.reduce((sum, weight) => sum + weight, 0)
  let [loss, at] = [0, 0]
  for (const [n, count] of channels.entries()) {
    const [gram, end] = [at + 2 * count, at + 2 * count + count * count]
    const moments = squares(at, gram, seen, wanted) / squares(at, gram, wanted)
    loss +=
      ((STYLE_WEIGHTS[n] ?? 0) / whole) * (moments + squares(gram, end, seen, wanted) / squares(gram, end, wanted))
    at = end
  }
  return loss
}

/** Content's part: mean square of what two structures differ by, times its weight. */
export const contentLoss = (seen: Float32Array, wanted: Float32Array): number =>
  (STRUCTURE_WEIGHT * squares(0, seen.length, seen, wanted)) / seen.length
