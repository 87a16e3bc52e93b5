import sharp from 'sharp'
import type { Painter } from '../painter'
import type { MasterStyle } from '../read-styles'
import type { PaintRequest } from '../thread-messages'
import { drawTestPhoto } from './draw-test-photo'

/** The house's own styles, of which there is at least one. */
export function stylesOf(painter: Painter): [MasterStyle, ...MasterStyle[]] {
  const [first, ...others] = painter.models[0]?.styles ?? []
  if (!first) throw new Error('The house has no style.')
  return [first, ...others]
}

/** A made-up photo of that size, encoded. */
export function encodeTestPhoto(width: number, height: number): Promise<Buffer> {
  return sharp(drawTestPhoto(width, height), { raw: { width, height, channels: 3 } })
    .png()
    .toBuffer()
}

/** An order of a small plain painting in the first style, with changes. */
export function orderOf(painter: Painter, photo: Uint8Array, changes: Partial<PaintRequest> = {}): PaintRequest {
  const { name: modelName, version: modelVersion } = painter.model
  return {
    photo,
    modelName,
    modelVersion,
    style: stylesOf(painter)[0],
    blend: null,
    strength: 1,
    strokes: 0.5,
    longSide: 256,
    quality: 'PAINTING',
    keepColours: false,
    seed: 0,
    steps: null,
    ...changes,
  }
}

/** Mean absolute difference of two encoded pictures of the same size, 0 to 255. */
export async function difference(a: Uint8Array, b: Uint8Array): Promise<number> {
  const [x, y] = await Promise.all([a, b].map((bytes) => sharp(bytes).removeAlpha().raw().toBuffer()))
  if (!x || !y || x.length !== y.length) throw new Error('sizes differ')
  return x.reduce((sum, value, i) => sum + Math.abs(value - (y[i] as number)), 0) / x.length
}
