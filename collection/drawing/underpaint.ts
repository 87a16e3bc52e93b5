import { clamp } from '@/collection/drawing/maths'
import { createNoise } from '@/collection/drawing/noise'
import { createRandom } from '@/collection/drawing/random'
import type { Picture } from '@/collection/drawing/raster'

/** Side of a cell (px) in which one direction holds, and of a grain that is drawn out into a stroke. */
const CELL = 8
const TAPS = 11

/**
 * Lays dry brushwork over a picture: streaks that follow its forms, and drift where it has none, so that a painter finds
 * something to paint in an even sky. `strength` is the largest change of lightness, about 0.1; the result is a new picture.
 */
export const underpaint = (picture: Picture, seed: number, strength: number): Picture => {
  const { width, height, rgb } = picture
  const grainSize = Math.max(1, Math.round(Math.max(width, height) / 420))
  const field = directions(picture, seed)
  const light = streaks(width, height, grainSize, field, seed + 1)
  const warmth = streaks(width, height, grainSize * 2, field, seed + 2)
  const out = new Uint8Array(rgb.length)
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const i = (y * width + x) * 3
      const k = 1 + strength * light(x, y)
      const w = strength * 70 * warmth(x, y)
      out[i] = clamp((rgb[i] as number) * k + w, 0, 255)
      out[i + 1] = clamp((rgb[i + 1] as number) * k, 0, 255)
      out[i + 2] = clamp((rgb[i + 2] as number) * k - w, 0, 255)
    }
  }
  return { rgb: out, width, height }
}

type Directions = { columns: number; rows: number; dx: Float32Array; dy: Float32Array }

/** Along which way the forms run, cell by cell: the structure tensor of the lightness, loosened by drifting noise. */
const directions = ({ rgb, width, height }: Picture, seed: number): Directions => {
  const columns = Math.ceil(width / CELL)
  const rows = Math.ceil(height / CELL)
  const light = (cx: number, cy: number): number => {
    const x = clamp(cx, 0, columns - 1) * CELL
    const y = clamp(cy, 0, rows - 1) * CELL
    let sum = 0
    let count = 0
    for (let v = y; v < Math.min(height, y + CELL); v += 2) {
      for (let u = x; u < Math.min(width, x + CELL); u += 2) {
        sum += rgb[(v * width + u) * 3 + 1] as number
        count++
      }
    }
    return sum / Math.max(1, count)
  }
  const tensor = [new Float32Array(columns * rows), new Float32Array(columns * rows), new Float32Array(columns * rows)]
  for (let y = 0; y < rows; y++) {
    for (let x = 0; x < columns; x++) {
      const gx = light(x + 1, y) - light(x - 1, y)
      const gy = light(x, y + 1) - light(x, y - 1)
      ;[gx * gx, gy * gy, gx * gy].forEach((value, k) => {
        ;(tensor[k] as Float32Array)[y * columns + x] = value
      })
    }
  }
  const [xx, yy, xy] = tensor.map((plane) => smoothed(plane, columns, rows)) as [
    Float32Array,
    Float32Array,
    Float32Array,
  ]
  const noise = createNoise(seed)
  const dx = new Float32Array(columns * rows)
  const dy = new Float32Array(columns * rows)
  for (let i = 0; i < dx.length; i++) {
    const drift = noise.fbm((i % columns) * 0.03, Math.floor(i / columns) * 0.05, 3) * 2.6 + 0.2
    const a = (xx[i] as number) - (yy[i] as number)
    const b = 2 * (xy[i] as number)
    const loose = 260
    const angle = 0.5 * Math.atan2(b - loose * Math.sin(2 * drift), a - loose * Math.cos(2 * drift)) + Math.PI / 2
    dx[i] = Math.cos(angle)
    dy[i] = Math.sin(angle)
  }
  return { columns, rows, dx, dy }
}

const smoothed = (plane: Float32Array, columns: number, rows: number): Float32Array => {
  const reach = 2
  const out = new Float32Array(plane.length)
  for (let y = 0; y < rows; y++) {
    for (let x = 0; x < columns; x++) {
      let sum = 0
      for (let j = -reach; j <= reach; j++) {
        for (let i = -reach; i <= reach; i++) {
          sum += plane[clamp(y + j, 0, rows - 1) * columns + clamp(x + i, 0, columns - 1)] as number
        }
      }
      out[y * columns + x] = sum / 25
    }
  }
  return out
}

/** Grains of chance drawn out along the directions; gives a value of about -1 to 1 at every pixel. */
const streaks = (
  width: number,
  height: number,
  grain: number,
  field: Directions,
  seed: number,
): ((x: number, y: number) => number) => {
  const random = createRandom(seed)
  const columns = Math.ceil(width / grain)
  const rows = Math.ceil(height / grain)
  const grains = Float32Array.from({ length: columns * rows }, () => random.next() * 2 - 1)
  const drawn = new Float32Array(columns * rows)
  for (let y = 0; y < rows; y++) {
    for (let x = 0; x < columns; x++) drawn[y * columns + x] = follow(grains, columns, rows, grain, field, x, y)
  }
  const at = (x: number, y: number): number =>
    drawn[clamp(y, 0, rows - 1) * columns + clamp(x, 0, columns - 1)] as number
  return (x, y) => {
    const sx = (x + 0.5) / grain - 0.5
    const sy = (y + 0.5) / grain - 0.5
    const [xi, yi] = [Math.floor(sx), Math.floor(sy)]
    const [fx, fy] = [sx - xi, sy - yi]
    const top = at(xi, yi) * (1 - fx) + at(xi + 1, yi) * fx
    return top + (at(xi, yi + 1) * (1 - fx) + at(xi + 1, yi + 1) * fx - top) * fy
  }
}

const follow = (
  grains: Float32Array,
  columns: number,
  rows: number,
  grain: number,
  field: Directions,
  x: number,
  y: number,
): number => {
  let sum = 0
  for (const way of [-1, 1]) {
    let [px, py] = [x + 0.5, y + 0.5]
    for (let t = 0; t < TAPS; t++) {
      const cell =
        clamp(Math.floor((py * grain) / CELL), 0, field.rows - 1) * field.columns +
        clamp(Math.floor((px * grain) / CELL), 0, field.columns - 1)
      px += way * (field.dx[cell] as number)
      py += way * (field.dy[cell] as number)
      if (px < 0 || py < 0 || px >= columns || py >= rows) break
      sum += grains[Math.floor(py) * columns + Math.floor(px)] as number
    }
  }
  return clamp((sum / Math.sqrt(TAPS * 2)) * 1.1, -1, 1)
}
