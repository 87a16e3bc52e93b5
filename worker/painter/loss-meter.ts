import { Tensor } from 'onnxruntime-node'
import { REFINED_MULTIPLE, toPlanes } from '@/lib/painting/planar-picture'
import type { RgbPicture } from '@/lib/painting/rgb-picture'
import type { Easel } from './easel'
import { edgeLikeness } from './edge-likeness'
import type { Manner } from './manner'
import { addMargin, MARGIN } from './margin'
import { resizePicture } from './resize-picture'
import { refinedAt } from './stages'
import { contentLoss, EDGE_WEIGHT, styleLoss } from './style-loss'

/**
 * The loss of a picture as it is looked at with that long side (px). A picture that is enlarged or made smaller has other statistics than
 * one that was painted so: it is measured at the size that it is worked at.
 */
export type LossMeter = (picture: RgbPicture, longSide: number) => Promise<number>

/**
 * Measures refinement's loss (style, and weighted the photo's structure and edges) of pictures as they are shown, with all that was done
 * to them after the network. Forward only: at the same size half as dear as a run of the stylizer (docs/decisions/0230).
 * @param photo of the size of the finished picture
 * @returns null where model or style have nothing to measure with
 */
export async function lossMeter(easel: Easel, photo: RgbPicture, manner: Manner): Promise<LossMeter | null> {
  const shape = easel.model.target
  const look = await easel.network('look')
  const { targetAt } = manner
  if (!targetAt || !shape || !look) return null
  const base = refinedAt(Math.max(photo.width, photo.height))
  const lookAt = async (picture: RgbPicture, longSide: number) => {
    const framed = await addMargin(await resizePicture(picture, longSide), MARGIN)
    const planes = toPlanes(framed, REFINED_MULTIPLE)
    const shape = [1, 3, planes.height, planes.width]
    const { target, content } = await look.run({ picture: new Tensor('float32', planes.data, shape) })
    if (!target || !content) throw new Error('The network saw nothing.')
    return { planes, target: target.data as Float32Array, content: content.data as Float32Array }
  }
  const photoOf = async (longSide: number) => {
    const { planes, content } = await lookAt(photo, longSide)
    return { longSide, content, unlikeEdges: edgeLikeness(planes) }
  }
  /** At one size after the other. */
  let photoAt: Awaited<ReturnType<typeof photoOf>> | null = null
  return async (picture, longSide) => {
    if (photoAt?.longSide !== longSide) photoAt = await photoOf(longSide)
    const { planes, target, content } = await lookAt(picture, longSide)
    const style = styleLoss(target, targetAt(Math.log2(longSide / base)), shape)
    return style + contentLoss(content, photoAt.content) + photoAt.unlikeEdges(planes, 0, EDGE_WEIGHT)
  }
}
