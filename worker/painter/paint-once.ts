import { type InferenceSession, Tensor } from 'onnxruntime-node'
import { finishPainting } from '@/lib/painting/finish-painting'
import type { PlanarPicture } from '@/lib/painting/planar-picture'
import type { RgbPicture } from '@/lib/painting/rgb-picture'
import { canvasOf } from './canvas'
import type { Manner } from './manner'

/** The network on planes whose sides are multiples of 4. */
export async function runStylizer(
  session: InferenceSession,
  { data, width, height }: PlanarPicture,
  code: Float32Array | null,
): Promise<PlanarPicture> {
  const feeds: Record<string, Tensor> = { photo: new Tensor('float32', data, [1, 3, height, width]) }
  if (code) feeds.code = new Tensor('float32', code, [1, code.length])
  const { image } = await session.run(feeds)
  if (!image) throw new Error('The network gave no image.')
  return { data: image.data as Float32Array, width, height }
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
  const painting = await runStylizer(session, await canvasOf(photo, underpainting, manner), manner.code)
  return finishPainting(painting, photo, manner)
}
