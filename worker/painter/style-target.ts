/** How a model's style targets are written. */
export interface TargetShape {
  /** Channels of the layers that the perceptual network looks at. */
  channels: readonly number[]
  /** Short sides (px) at which a painting was looked at, rising: one target each. */
  sizes: readonly number[]
}

const halfOf = (channels: number) => (channels * (channels + 1)) / 2

/** Numbers of one target as it is kept. */
export const keptLength = ({ channels }: TargetShape): number =>
  channels.reduce((sum, count) => sum + 2 * count + halfOf(count), 0)

/** Numbers of all targets of a style, one for each size; 0 for a model that does not refine. */
export const targetsLength = (shape: TargetShape | null): number => (shape ? keptLength(shape) * shape.sizes.length : 0)

/** Numbers of one target as the networks read and write it. */
const wholeLength = ({ channels }: TargetShape): number => channels.reduce((sum, c) => sum + 2 * c + c * c, 0)

/** Calls `visit` for every number that is kept and its places in the whole target, which are two off a Gram matrix' diagonal. */
function eachKept({ channels }: TargetShape, visit: (kept: number, place: number, mirrored: number) => void): void {
  let [kept, at] = [0, 0]
  for (const count of channels) {
    for (let i = 0; i < 2 * count; i++, at++) visit(kept++, at, at)
    for (let row = 0; row < count; row++)
      for (let column = row; column < count; column++)
        visit(kept++, at + row * count + column, at + column * count + row)
    at += count * count
  }
}

/** A target without what its Gram matrices, which are symmetric, say twice. */
export function keepTarget(whole: Float32Array, shape: TargetShape): Float32Array {
  const kept = new Float32Array(keptLength(shape))
  eachKept(shape, (to, from) => {
    kept[to] = whole[from] as number
  })
  return kept
}

/**
 * The target for a painting shown with this short side, whole. Between two sizes that it was looked at, their targets are mixed by the
 * logarithm of the size; half an octave apart that is near the truth, and an octave apart it is not (docs/decisions/0221).
 * @param targets kept ones, one for each size, in a row
 * @param shortSide px; beyond the sizes the nearest is taken
 */
export function targetAt(targets: Float32Array, shape: TargetShape, shortSide: number): Float32Array {
  const { sizes } = shape
  const length = keptLength(shape)
  const next = sizes.findIndex((size) => size >= shortSide)
  const [above, below] = next < 0 ? [sizes.length - 1, sizes.length - 1] : [next, Math.max(0, next - 1)]
  const [low, high] = [sizes[below] as number, sizes[above] as number]
  const part = low === high || shortSide <= low ? 0 : Math.log2(shortSide / low) / Math.log2(high / low)
  const whole = new Float32Array(wholeLength(shape))
  eachKept(shape, (kept, place, mirrored) => {
    const from = targets[below * length + kept] as number
    whole[place] = from + ((targets[above * length + kept] as number) - from) * part
    whole[mirrored] = whole[place]
  })
  return whole
}
