import { type InferenceSession, Tensor } from 'onnxruntime-node'
import { addGrain } from './add-grain'
import { applyStrength } from './apply-strength'
import { keepColours } from './keep-colours'
import { type PlanarPicture, toBytes, toPlanes } from './planar-picture'
import { resizeTo } from './resize-picture'
import type { RgbPicture } from './rgb-picture'

export interface Manner {
  /** The code to paint with, already mixed for `strength`. */
  code: Float32Array
  /** 0 gives the photo back, 1 is the full painting. */
  strength: number
  keepColours: boolean
  /** Of the canvas' grain. */
  seed: number
}

/** Enough to break the steps of an eight-bit gradient, too little to be seen in the photo. */
const GRAIN = 0.015

/** How much of an underpainting stands on the canvas that is painted over; the rest is the photo, which keeps faces in place. */
const UNDERPAINTING = 0.4

async function canvasOf(photo: RgbPicture, underpainting: RgbPicture, strength: number): Promise<RgbPicture> {
  const under = await resizeTo(underpainting, photo.width, photo.height)
  const part = UNDERPAINTING * strength
  const data = photo.data.map((value, i) => Math.round(value + ((under.data[i] as number) - value) * part))
  return { ...photo, data }
}

/**
 * One run of the network on a photo of any size, at that size. Blocks the thread it runs on.
 * @param underpainting the same photo painted smaller, to be painted over
 */
export async function paintOnce(
  session: InferenceSession,
  photo: RgbPicture,
  manner: Manner,
  underpainting: RgbPicture | null = null,
): Promise<RgbPicture> {
  if (manner.strength <= 0) return photo
  const planes = toPlanes(photo)
  const { width, height } = planes
  const canvas = toPlanes(underpainting ? await canvasOf(photo, underpainting, manner.strength) : photo)
  addGrain(canvas, manner.seed, GRAIN * manner.strength)
  const { image } = await session.run({
    photo: new Tensor('float32', canvas.data, [1, 3, height, width]),
    code: new Tensor('float32', manner.code, [1, manner.code.length]),
  })
  if (!image) throw new Error('The network gave no image.')
  const painting: PlanarPicture = { data: image.data as Float32Array, width, height }
  if (manner.keepColours) keepColours(painting, planes)
  applyStrength(painting, planes, manner.strength)
  return toBytes(painting, photo.width, photo.height)
}
