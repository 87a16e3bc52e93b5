import { applyStrength } from './apply-strength'
import { keepColours } from './keep-colours'
import { type PlanarPicture, toBytes, toPlanes } from './planar-picture'
import type { RgbPicture } from './rgb-picture'

export interface Finish {
  /** 0 gives the photo back, 1 is the full painting. */
  strength: number
  /** Strength below which pixels are blended; undefined for the usual one. */
  blendBelow: number | undefined
  keepColours: boolean
}

/** Colours and strength, which are not the network's business. */
export function finishPainting(painting: PlanarPicture, photo: RgbPicture, finish: Finish): RgbPicture {
  // Most orders want neither, and planes of the photo take as long as a tenth of the network.
  if (!finish.keepColours && finish.strength >= 1) return toBytes(painting, photo.width, photo.height)
  const own = toPlanes(photo)
  if (finish.keepColours) keepColours(painting, own)
  applyStrength(painting, own, finish.strength, finish.blendBelow)
  return toBytes(painting, photo.width, photo.height)
}
