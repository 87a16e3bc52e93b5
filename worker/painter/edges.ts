import type { PlanarPicture } from '@/lib/painting/planar-picture'

/** Rec. 601 luma. */
const LIGHT = [0.299, 0.587, 0.114] as const
/** Keeps the root smooth where there is no edge. */
const EPS = 1e-6
/** Sum of the weights of Sobel's kernel. */
const SOBEL = 8

/** Slopes of light at half the size, row by row, wherever Sobel's whole kernel lies in the picture. */
export interface Edges {
  width: number
  height: number
  /** To the right. */
  across: Float32Array
  /** Downwards. */
  down: Float32Array
  /** Lengths of the slopes. */
  strength: Float32Array
}

/** Light at half the size. */
function halfLight({ data, width, height }: PlanarPicture): Float32Array {
  const light = new Float32Array((width / 2) * (height / 2))
  for (let plane = 0; plane < 3; plane++) {
    const share = (LIGHT[plane] as number) / 4
    for (let y = 0, to = 0; y < height; y += 2) {
      let i = (plane * height + y) * width
      for (let x = 0; x < width; x += 2, i += 2, to++) {
        const upper = (data[i] as number) + (data[i + 1] as number)
        const lower = (data[i + width] as number) + (data[i + width + 1] as number)
        light[to] = (light[to] as number) + share * (upper + lower)
      }
    }
  }
  return light
}

/** @param picture sides even, at least 6 */
export function edgesOf(picture: PlanarPicture): Edges {
  const light = halfLight(picture)
  const w = picture.width / 2
  const [width, height] = [w - 2, picture.height / 2 - 2]
  const area = width * height
  const [across, down, strength] = [new Float32Array(area), new Float32Array(area), new Float32Array(area)]
  for (let y = 0, to = 0; y < height; y++) {
    for (let i = y * w; i < y * w + width; i++, to++) {
      const middle = i + w
      const bottom = middle + w
      const falling = (light[bottom + 2] as number) - (light[i] as number)
      const rising = (light[i + 2] as number) - (light[bottom] as number)
      const level = (light[middle + 2] as number) - (light[middle] as number)
      const upright = (light[bottom + 1] as number) - (light[i + 1] as number)
      const right = (falling + rising + 2 * level) / SOBEL
      const low = (falling - rising + 2 * upright) / SOBEL
      across[to] = right
      down[to] = low
      strength[to] = Math.sqrt(right * right + low * low + EPS)
    }
  }
  return { width, height, across, down, strength }
}

/** Adjoint of Sobel's slopes: what the light at half the size is pulled by. */
function lightPull({ width, height, across, down, strength }: Edges, pull: Float32Array): Float32Array {
  const w = width + 2
  const light = new Float32Array(w * (height + 2))
  const add = (at: number, value: number) => {
    light[at] = (light[at] as number) + value
  }
  for (let y = 0, from = 0; y < height; y++) {
    for (let i = y * w; i < y * w + width; i++, from++) {
      const along = (pull[from] as number) / (strength[from] as number) / SOBEL
      const right = along * (across[from] as number)
      const low = along * (down[from] as number)
      const middle = i + w
      const bottom = middle + w
      add(i, -right - low)
      add(i + 1, -2 * low)
      add(i + 2, right - low)
      add(middle, -2 * right)
      add(middle + 2, 2 * right)
      add(bottom, low - right)
      add(bottom + 1, 2 * low)
      add(bottom + 2, right + low)
    }
  }
  return light
}

/**
 * Adds to a picture's gradient what a pull at the strength of its edges comes to.
 * @param pull gradient with respect to `edges.strength`
 * @param gradient with respect to the picture, three planes of twice the sides that light has
 */
export function addEdgePull(edges: Edges, pull: Float32Array, gradient: Float32Array): void {
  const light = lightPull(edges, pull)
  const [w, h] = [edges.width + 2, edges.height + 2]
  for (let plane = 0, to = 0; plane < 3; plane++) {
    const share = (LIGHT[plane] as number) / 4
    for (let y = 0; y < 2 * h; y++) {
      const row = (y >> 1) * w
      for (let x = 0; x < 2 * w; x++, to++) {
        gradient[to] = (gradient[to] as number) + share * (light[row + (x >> 1)] as number)
      }
    }
  }
}
