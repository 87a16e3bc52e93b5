import { mixCodes } from '@/lib/painting/apply-strength'
import type { Model } from './model'
import { PainterError } from './painter-error'
import { sizeOfStrokes } from './stroke-sizes'
import { targetAt as mixedTarget, targetsLength } from './style-target'
import type { PainterStyle, PaintRequest } from './thread-messages'

/** How a picture is to be painted, with everything mixed that can be. */
export interface Manner {
  /** The code to paint with; null for a model that takes none. */
  code: Float32Array | null
  /**
   * What refinement pulls to at `shift` doublings of the size for which the strokes were chosen: a stroke keeps its share of the picture.
   * Null where the picture is not to be refined.
   */
  targetAt: ((shift: number) => Float32Array) | null
  /** 0 gives the photo back, 1 is the full painting. */
  strength: number
  /** Strength below which pixels are blended; undefined for the usual one. */
  blendBelow: number | undefined
  keepColours: boolean
  /** Of the canvas' grain. */
  seed: number
}

const isShare = (value: number) => value >= 0 && value <= 1

function checkNumbers({ fine, broad, target }: PainterStyle, { codeLength, target: shape }: Model): void {
  const isRight = (numbers: Float32Array, length: number) => numbers.length === length && numbers.every(Number.isFinite)
  if (!isRight(fine, codeLength) || !isRight(broad, codeLength))
    throw new PainterError('style_missing', `The style's codes are not of this model (${codeLength} finite numbers).`)
  const length = targetsLength(shape)
  if (target && !isRight(target, length))
    throw new PainterError('style_missing', `The style's target is not of this model (${length} finite numbers).`)
}

/**
 * @param request of which style, blend, strokes, strength, colours and seed are read
 * @throws PainterError `style_missing` for numbers of another model, or such as are none; `painter_failed` for shares outside 0..1
 */
export function mannerOf(
  { style, blend, strokes, strength, keepColours, seed }: Omit<PaintRequest, 'photo'>,
  model: Model,
): Manner {
  if (![strength, strokes, blend?.part ?? 0].every(isShare))
    throw new PainterError('painter_failed', 'Strength, strokes and the part of a blend lie in 0..1.')
  checkNumbers(style, model)
  if (blend) checkNumbers(blend.style, model)
  const codeOf = ({ fine, broad }: PainterStyle) => mixCodes(fine, broad, strokes)
  const whole = blend ? mixCodes(codeOf(style), codeOf(blend.style), blend.part) : codeOf(style)
  const shape = model.target
  const [first, second] = [style.target, blend?.style.target ?? null]
  const canRefine = shape !== null && first !== null && (blend === null || second !== null)
  const targetAt = (shift: number) => {
    if (!first || !shape) throw new PainterError('painter_failed', 'This style has no target.')
    const shortSide = sizeOfStrokes(strokes) * 2 ** shift
    const one = mixedTarget(first, shape, shortSide)
    return blend && second ? mixCodes(one, mixedTarget(second, shape, shortSide), blend.part) : one
  }
  return {
    code: model.codeLength === 0 ? null : model.photoCode ? mixCodes(model.photoCode, whole, strength) : whole,
    targetAt: canRefine ? targetAt : null,
    strength,
    blendBelow: model.photoCode ? undefined : 1,
    keepColours,
    seed,
  }
}
