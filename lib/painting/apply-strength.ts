import { measureColours, mixLevels, moveColours } from './match-colours'
import type { PlanarPicture } from './planar-picture'

/** Below this strength the photo itself shows through; see docs/decisions/0032. */
const BLEND_BELOW = 0.4

/** The code on the way from one to the other, `part` 0 to 1. */
export function mixCodes(from: Float32Array, to: Float32Array, part: number): Float32Array {
  return from.map((value, i) => value + ((to[i] as number) - value) * part)
}

/**
 * What the code alone cannot do, in place: normalisation forgets the photo's colour levels, so they come back as strength falls; and
 * below `blendBelow` the photo is blended in, pixel by pixel, until at 0 nothing else is left. Continuous from 0 to 1; at 1 nothing happens.
 * @param blendBelow 1 for models that have no code of the photo: there is nothing but blending then
 */
export function applyStrength(
  painting: PlanarPicture,
  photo: PlanarPicture,
  strength: number,
  blendBelow: number = BLEND_BELOW,
): void {
  if (strength >= 1) return
  const own = measureColours(painting)
  moveColours(painting, own, mixLevels(measureColours(photo), own, strength))
  const t = Math.min(1, strength / blendBelow)
  const opacity = t * t * (3 - 2 * t)
  if (opacity >= 1) return
  const { data } = painting
  for (let i = 0; i < data.length; i++) {
    // The network's values lie in 0..1; moved colours may not, and would blend wrongly.
    const painted = Math.min(1, Math.max(0, data[i] as number))
    data[i] = (photo.data[i] as number) * (1 - opacity) + painted * opacity
  }
}
