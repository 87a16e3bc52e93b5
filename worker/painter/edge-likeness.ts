import type { PlanarPicture } from '@/lib/painting/planar-picture'
import { addEdgePull, edgesOf } from './edges'

/** Side of a window in which edges are compared, px at half the picture's size. */
const WINDOW = 16
/** The windows' places, after so many of which they are the first again: a border that stayed where it is would show. */
const PLACES = 4
/** Spread of the edges' strength (light 0 to 1) below which a window is even ground. */
const EVEN = 0.005

/** Calls `visit` for every window, with where its rows begin and how long they are. */
function eachWindow(
  width: number,
  height: number,
  turn: number,
  visit: (rows: number[], length: number) => void,
): void {
  const before = ((turn % PLACES) * WINDOW) / PLACES
  for (let top = -before; top < height; top += WINDOW) {
    const from = Math.max(0, top)
    const ys = Array.from({ length: Math.min(height, top + WINDOW) - from }, (_, n) => from + n)
    for (let left = -before; left < width; left += WINDOW) {
      const first = Math.max(0, left)
      visit(
        ys.map((y) => y * width + first),
        Math.min(width, left + WINDOW) - first,
      )
    }
  }
}

/** Of two maps in one window: means, lengths of what is above and below them, the product of these, and places. */
function compare(a: Float32Array, b: Float32Array, rows: readonly number[], length: number) {
  let [sumA, sumB, squaresA, squaresB, products] = [0, 0, 0, 0, 0]
  for (const row of rows) {
    for (let i = row; i < row + length; i++) {
      const ofA = a[i] as number
      const ofB = b[i] as number
      sumA += ofA
      sumB += ofB
      squaresA += ofA * ofA
      squaresB += ofB * ofB
      products += ofA * ofB
    }
  }
  const places = rows.length * length
  const norm = (sum: number, squares: number) =>
    Math.sqrt(Math.max(0, squares - (sum * sum) / places) + places * EVEN ** 2)
  return {
    meanA: sumA / places,
    meanB: sumB / places,
    normA: norm(sumA, squaresA),
    normB: norm(sumB, squaresB),
    product: products - (sumA * sumB) / places,
    places,
  }
}

/**
 * How unlike a picture's edges are to those of the photo: 1 - correlation of their strength within windows, each of which counts as much as
 * the photo has edges there. In the picture as a whole the outline of a head would outweigh its eyes. It leaves strokes free where the
 * photo is even, which its structure in a network's eyes does not (docs/decisions/0241; `near_edge_loss` of training/painter/losses.py).
 * @param photo sides even, at least 6
 */
export function edgeLikeness(photo: PlanarPicture) {
  const wanted = edgesOf(photo)
  const { width, height } = wanted
  let total = 0
  const importance = ({ normB, places }: ReturnType<typeof compare>) => Math.sqrt(places) * normB - places * EVEN
  eachWindow(width, height, 0, (rows, length) => {
    total += importance(compare(wanted.strength, wanted.strength, rows, length))
  })
  /**
   * @param picture of the photo's size
   * @param turn which of the windows' places to take; each look at another
   * @param weight of the answer
   * @param gradient of the picture, to which this loss's is added; none where only the answer is wanted
   * @returns weight times 0 (alike) to 2 (contrary)
   */
  return (picture: PlanarPicture, turn: number, weight: number, gradient?: Float32Array): number => {
    const found = edgesOf(picture)
    const pull = new Float32Array(width * height)
    let unlike = 0
    eachWindow(width, height, turn, (rows, length) => {
      const both = compare(found.strength, wanted.strength, rows, length)
      const { meanA, meanB, normA, normB } = both
      const correlation = both.product / (normA * normB)
      const share = (weight * importance(both)) / (total || 1)
      unlike += share * (1 - correlation)
      for (const row of rows) {
        for (let i = row; i < row + length; i++) {
          const a = (found.strength[i] as number) - meanA
          const b = (wanted.strength[i] as number) - meanB
          pull[i] = (share / normA) * ((correlation * a) / normA - b / normB)
        }
      }
    })
    if (gradient) addEdgePull(found, pull, gradient)
    return unlike
  }
}
