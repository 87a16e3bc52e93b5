import type { PlanarPicture } from './planar-picture'

/** Enough to break the steps of an eight-bit gradient and to give plain ground something to follow; the network was trained on it. */
export const GRAIN = 0.03

/** Distance (px) of the grain's knots; between them it changes smoothly. */
const KNOTS = 6

/**
 * Grain on the canvas, in place, the same for the same seed. Normalisation makes much of very little: the steps of an eight-bit
 * gradient become stripes, and a plain wall gets the network's own lattice. Irregular grain gives it something else to follow.
 * @param amount greatest change of a value, 0 to 1
 */
export function addGrain({ data, width, height }: PlanarPicture, seed: number, amount: number): void {
  const columns = Math.ceil(width / KNOTS) + 2
  const rows = Math.ceil(height / KNOTS) + 2
  let state = (seed ^ 0x9e3779b9) >>> 0
  const knots = Float32Array.from({ length: columns * rows }, () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return (state / 2 ** 31 - 1) * amount
  })
  const area = width * height
  const line = new Float32Array(columns)
  for (let y = 0, i = 0; y < height; y++) {
    const row = Math.floor(y / KNOTS) * columns
    const v = (y % KNOTS) / KNOTS
    for (let c = 0; c < columns; c++)
      line[c] = (knots[row + c] as number) * (1 - v) + (knots[row + columns + c] as number) * v
    for (let x = 0, c = 0; x < width; c++) {
      const from = line[c] as number
      const slope = ((line[c + 1] as number) - from) / KNOTS
      for (let u = 0; u < KNOTS && x < width; u++, x++, i++) {
        const grain = from + slope * u
        data[i] = (data[i] as number) + grain
        data[i + area] = (data[i + area] as number) + grain
        data[i + 2 * area] = (data[i + 2 * area] as number) + grain
      }
    }
  }
}
