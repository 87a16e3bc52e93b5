import { type InferenceSession, Tensor } from 'onnxruntime-node'
import { finishPainting } from '@/lib/painting/finish-painting'
import type { PlanarPicture } from '@/lib/painting/planar-picture'
import type { RgbPicture } from '@/lib/painting/rgb-picture'
import { canvasOf } from './canvas'
import type { Manner } from './manner'
import { resizePicture, resizeTo } from './resize-picture'

/** Sides of a tile's kept part, and of what is painted around it and thrown away: further than the network sees (docs/decisions/0036). */
const TILE = 512
const OVERLAP = 64
/** Long side (px), and pixels, at which the whole picture's statistics are taken, at the most: memory goes with the pixels. */
const MEASURED_AT = 1024
const MEASURED_PIXELS = 1024 * 768

async function run(
  session: InferenceSession,
  { data, width, height }: PlanarPicture,
  code: Float32Array,
  statistics: Float32Array | null,
) {
  const { image, statistics_out } = await session.run({
    photo: new Tensor('float32', data, [1, 3, height, width]),
    code: new Tensor('float32', code, [1, code.length]),
    statistics: new Tensor('float32', statistics ?? new Float32Array(code.length), [1, code.length]),
    replay: new Tensor('float32', [statistics ? 1 : 0], [1]),
  })
  if (!image || !statistics_out) throw new Error('The network gave no image.')
  return { image: image.data as Float32Array, statistics: statistics_out.data as Float32Array }
}

/** Rows of a rectangle of planes, plane by plane. */
function copyRectangle(
  from: PlanarPicture,
  to: PlanarPicture,
  at: { fromX: number; fromY: number; toX: number; toY: number; width: number; height: number },
): void {
  for (let plane = 0; plane < 3; plane++) {
    for (let y = 0; y < at.height; y++) {
      const start = (plane * from.height + at.fromY + y) * from.width + at.fromX
      to.data.set(from.data.subarray(start, start + at.width), (plane * to.height + at.toY + y) * to.width + at.toX)
    }
  }
}

/** Where the tiles of a length begin and end, with and without what is thrown away. All are multiples of 4, as the network wants. */
function cut(length: number): { start: number; end: number; from: number; to: number }[] {
  const tiles: { start: number; end: number; from: number; to: number }[] = []
  for (let start = 0; start < length; start += TILE) {
    const end = Math.min(length, start + TILE)
    tiles.push({ start, end, from: Math.max(0, start - OVERLAP), to: Math.min(length, end + OVERLAP) })
  }
  return tiles
}

/**
 * As paintOnce, for pictures too large for one run: every tile is normalised by the statistics of the whole picture, taken at a
 * smaller size, so that no seam is left.
 * @param session of the network `tiles`
 * @param isCancelled asked before every tile
 * @returns null where it was cancelled
 */
export async function paintInTiles(
  session: InferenceSession,
  photo: RgbPicture,
  manner: Manner,
  underpainting: RgbPicture | null,
  isCancelled: () => boolean,
): Promise<RgbPicture | null> {
  const { code } = manner
  if (manner.strength <= 0 || !code) return photo
  const canvas = await canvasOf(photo, underpainting, manner)
  const scale = Math.sqrt(MEASURED_PIXELS / (photo.width * photo.height))
  const longSide = Math.max(photo.width, photo.height)
  const small = await resizePicture(photo, Math.min(MEASURED_AT, longSide, Math.floor(longSide * scale)))
  const under = underpainting && (await resizeTo(underpainting, small.width, small.height))
  const { statistics } = await run(session, await canvasOf(small, under, manner), code, null)
  const painting = { ...canvas, data: new Float32Array(canvas.data.length) }
  for (const y of cut(canvas.height)) {
    for (const x of cut(canvas.width)) {
      if (isCancelled()) return null
      const [width, height] = [x.to - x.from, y.to - y.from]
      const tile = { data: new Float32Array(3 * width * height), width, height }
      copyRectangle(canvas, tile, { fromX: x.from, fromY: y.from, toX: 0, toY: 0, width, height })
      const { image } = await run(session, tile, code, statistics)
      const kept = { fromX: x.start - x.from, fromY: y.start - y.from, toX: x.start, toY: y.start }
      copyRectangle({ ...tile, data: image }, painting, { ...kept, width: x.end - x.start, height: y.end - y.start })
    }
  }
  return finishPainting(painting, photo, manner)
}
