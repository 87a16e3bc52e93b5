import { Tensor } from 'onnxruntime-node'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type PlanarPicture, REFINED_MULTIPLE, toPlanes } from '@/lib/painting/planar-picture'
import type { RgbPicture } from '@/lib/painting/rgb-picture'
import { decodePhoto } from './decode-photo'
import { Easel } from './easel'
import { edgeLikeness } from './edge-likeness'
import { findModels } from './find-models'
import { lossMeter } from './loss-meter'
import { mannerOf } from './manner'
import { addMargin, MARGIN } from './margin'
import { paintOnce } from './paint-once'
import { type PaintedPreview, paintPhoto } from './paint-photo'
import { resizePicture } from './resize-picture'
import { EDGE_WEIGHT, STRUCTURE_WEIGHT, STYLE_WEIGHTS } from './style-loss'
import { encodeTestPhoto } from './testing/orders'
import type { PaintRequest } from './thread-messages'

let easel: Easel
let photo: RgbPicture

function requestOf(index: number, changes: Partial<PaintRequest> = {}): Omit<PaintRequest, 'photo'> {
  const { name: modelName, version: modelVersion, styles } = easel.model
  const style = styles[index]
  if (!style) throw new Error('The house has no such style.')
  const plain = { blend: null, strokes: 0.5, strength: 1, keepColours: false, seed: 0, longSide: 128 }
  return { ...plain, style, modelName, modelVersion, quality: 'MASTER', steps: null, ...changes }
}

const mannerAt = (index: number) => mannerOf(requestOf(index), easel.model)

async function meterOf(of: RgbPicture, index = 0) {
  const meter = await lossMeter(easel, of, mannerAt(index))
  if (!meter) throw new Error('The house measures.')
  return meter
}

beforeAll(async () => {
  const [model] = (await findModels()).models
  if (!model) throw new Error('The house has a model.')
  easel = await Easel.open(model, { providers: ['cpu'], threads: 2, budgetMs: Number.POSITIVE_INFINITY })
  photo = await decodePhoto(await encodeTestPhoto(320, 240), 128)
})

afterAll(() => easel.close())

describe('the loss of a picture', () => {
  it('is the one that refinement follows', async () => {
    const painting = await paintOnce(await easel.stylizer(), photo, mannerAt(0))
    const [look, pull] = [await easel.network('look'), await easel.network('pull')]
    const target = mannerAt(0).targetAt?.(0)
    if (!look || !pull || !target) throw new Error('The house refines.')
    const framed = async (picture: RgbPicture) => toPlanes(await addMargin(picture, MARGIN), REFINED_MULTIPLE)
    const tensorOf = ({ data, width, height }: PlanarPicture) => new Tensor('float32', data, [1, 3, height, width])
    const [planes, ofPhoto] = [await framed(painting), await framed(photo)]
    const { content } = await look.run({ picture: tensorOf(ofPhoto) })
    if (!content) throw new Error('The network saw nothing.')
    const weights = [...STYLE_WEIGHTS, STRUCTURE_WEIGHT]
    const { losses } = await pull.run({
      picture: tensorOf(planes),
      content,
      target: new Tensor('float32', target, [target.length]),
      weights: new Tensor('float32', weights, [weights.length]),
    })
    const [style = Number.NaN, structure = Number.NaN] = (losses?.data ?? []) as Float32Array
    const loss = await (await meterOf(photo))(painting, 128)
    expect(loss).toBeCloseTo(style + structure + edgeLikeness(ofPhoto)(planes, 0, EDGE_WEIGHT), 4)
  })

  it.each([
    ['of full strength', {}],
    ['of little strength', { strength: 0.3 }],
    ['in the colours of the photo', { keepColours: true }],
  ])('is told of each picture %s, as it is shown and as it is kept', async (_, changes) => {
    const large = await decodePhoto(await encodeTestPhoto(320, 240), 384)
    const request = requestOf(0, { longSide: 384, steps: 5, ...changes })
    const previews: PaintedPreview[] = []
    const wishes = {
      onPreview: async (preview: PaintedPreview) => void previews.push(preview),
      isCancelled: () => false,
      isStopped: () => false,
    }
    const painted = await paintPhoto(easel, large, request, wishes)
    const meter = await lossMeter(easel, large, mannerOf(request, easel.model))
    if (!painted || !meter) throw new Error('The house refines and measures.')
    expect(previews.map(({ stage }) => stage)).toEqual(['sketch', 'study', 'painting', 'master'])
    const [sketch, study, painting, master] = previews as [
      PaintedPreview,
      PaintedPreview,
      PaintedPreview,
      PaintedPreview,
    ]
    expect(sketch.loss).toBeNull()
    expect(study.loss).toBe(await meter(study.painting, 256))
    expect(painting.loss).toBe(await meter(painting.painting, 384))
    // Refinement itself looks at planes of numbers and not at bytes, from a place of its own, and enlarges what it changed.
    expect(Math.abs((master.loss ?? Number.NaN) / (await meter(master.painting, 192)) - 1)).toBeLessThan(0.1)
    expect(painted.loss).toBe(await meter(painted.painting, 384))
  })

  it('is lower in the manner that it was painted in than in another, and higher of the photo', async () => {
    const painting = await paintOnce(await easel.stylizer(), photo, mannerAt(0))
    const own = await (await meterOf(photo, 0))(painting, 128)
    expect(own).toBeLessThan(await (await meterOf(photo, 9))(painting, 128))
    expect(own).toBeLessThan(await (await meterOf(photo, 0))(photo, 128))
  })

  it('is of the picture as it is looked at: of a larger one as of a smaller copy', async () => {
    const painting = await paintOnce(await easel.stylizer(), photo, mannerAt(0))
    const meter = await meterOf(photo)
    const whole = await meter(painting, 128)
    expect(Math.abs((await meter(await resizePicture(painting, 256), 128)) / whole - 1)).toBeLessThan(0.1)
    // The photo's structure is looked at anew where the size has changed.
    expect(await meter(painting, 64)).not.toBe(whole)
    expect(await meter(painting, 128)).toBe(whole)
  })

  it.each([
    [1, 1],
    [1, 256],
    [256, 3],
  ])('of %i x %i px is a number', async (width, height) => {
    const odd = { data: new Uint8Array(3 * width * height).fill(90), width, height }
    expect(await (await meterOf(odd))(odd, Math.max(width, height))).toBeGreaterThan(0)
  })
})
