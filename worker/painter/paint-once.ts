import { type InferenceSession, Tensor } from 'onnxruntime-node'
import { applyStrength } from './apply-strength'
import { keepColours } from './keep-colours'
import { type PlanarPicture, toBytes, toPlanes } from './planar-picture'
import type { RgbPicture } from './rgb-picture'

export interface Manner {
  /** The code to paint with, already mixed for `strength`. */
  code: Float32Array
  /** 0 gives the photo back, 1 is the full painting. */
  strength: number
  keepColours: boolean
}

/** One run of the network on a photo of any size, at that size. Blocks the thread it runs on. */
export async function paintOnce(session: InferenceSession, photo: RgbPicture, manner: Manner): Promise<RgbPicture> {
  if (manner.strength <= 0) return photo
  const planes = toPlanes(photo)
  const { width, height } = planes
  const { image } = await session.run({
    photo: new Tensor('float32', planes.data, [1, 3, height, width]),
    code: new Tensor('float32', manner.code, [1, manner.code.length]),
  })
  if (!image) throw new Error('The network gave no image.')
  const painting: PlanarPicture = { data: image.data as Float32Array, width, height }
  if (manner.keepColours) keepColours(painting, planes)
  applyStrength(painting, planes, manner.strength)
  return toBytes(painting, photo.width, photo.height)
}
