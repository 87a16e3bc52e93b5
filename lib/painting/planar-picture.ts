import type { RgbPicture } from './rgb-picture'

/** Three planes (red, green, blue) of width x height floats, 0 to 1: what the network reads and writes. */
export interface PlanarPicture {
  data: Float32Array
  width: number
  height: number
}

/** Sides of what refinement moves are multiples of this: the networks halve twice, the pyramid three times. */
export const REFINED_MULTIPLE = 8

/** The network halves twice, and its own reflection needs a little room. */
const MULTIPLE = 4
const LEAST = 16

const padded = (length: number, multiple: number): number => Math.max(LEAST, Math.ceil(length / multiple) * multiple)

/** For each place of a padded line, the place of the picture it mirrors: 0 1 2 3 -> 0 1 2 3 2 1 0 1. */
const mirror = (length: number, multiple: number): Int32Array => {
  const period = Math.max(1, 2 * (length - 1))
  return Int32Array.from({ length: padded(length, multiple) }, (_, i) => {
    const at = i % period
    return at < length ? at : period - at
  })
}

/** Bytes to planes, lengthened to multiples of 4 (or of another number; at least 16) by reflection at the right and bottom edges. */
export function toPlanes(picture: RgbPicture, multiple: number = MULTIPLE): PlanarPicture {
  const columns = mirror(picture.width, multiple)
  const rows = mirror(picture.height, multiple)
  const width = columns.length
  const height = rows.length
  const area = width * height
  const data = new Float32Array(3 * area)
  const { data: bytes } = picture
  for (let y = 0, to = 0; y < height; y++) {
    const row = (rows[y] as number) * picture.width
    for (let x = 0; x < width; x++, to++) {
      const from = 3 * (row + (columns[x] as number))
      data[to] = (bytes[from] as number) / 255
      data[to + area] = (bytes[from + 1] as number) / 255
      data[to + 2 * area] = (bytes[from + 2] as number) / 255
    }
  }
  return { data, width, height }
}

/** Planes to bytes; only the top left width x height is kept (the rest was reflection). */
export function toBytes(planes: PlanarPicture, width: number, height: number): RgbPicture {
  const area = planes.width * planes.height
  // Clamped arrays round to nearest and saturate.
  const data = new Uint8ClampedArray(3 * width * height)
  const { data: values } = planes
  for (let y = 0, to = 0; y < height; y++) {
    for (let x = 0, from = y * planes.width; x < width; x++, from++, to += 3) {
      data[to] = 255 * (values[from] as number)
      data[to + 1] = 255 * (values[from + area] as number)
      data[to + 2] = 255 * (values[from + 2 * area] as number)
    }
  }
  return { data: new Uint8Array(data.buffer), width, height }
}
