import type { PlanarPicture } from '@/lib/painting/planar-picture'
import { Adam } from './adam'

/** Factors by which the levels are smaller than the picture, and how far each may go. */
const LEVELS = [
  { shrink: 1, share: 0.4 },
  { shrink: 2, share: 0.6 },
  { shrink: 4, share: 0.6 },
  { shrink: 8, share: 0.4 },
] as const

interface Level {
  shrink: number
  share: number
  width: number
  height: number
  gradient: Float32Array
  adam: Adam
}

/** Means of shrink x shrink squares. */
function shrinkInto(from: Float32Array, width: number, { shrink, width: w, height: h, gradient }: Level): void {
  const area = width * h * shrink
  const share = 1 / (shrink * shrink)
  gradient.fill(0)
  for (let plane = 0; plane < 3; plane++) {
    for (let y = 0; y < h * shrink; y++) {
      const row = plane * area + y * width
      const to = (plane * h + Math.floor(y / shrink)) * w
      for (let x = 0, i = row; x < w; x++) {
        let sum = 0
        for (let n = 0; n < shrink; n++) sum += from[i++] as number
        gradient[to + x] = (gradient[to + x] as number) + sum * share
      }
    }
  }
}

/** Adds `factor` x the level's step to the picture, smoothly enlarged. */
function addEnlarged(step: Float32Array, level: Level, picture: PlanarPicture, factor: number): void {
  const { shrink, width: w, height: h } = level
  const { data, width, height } = picture
  const place = (at: number, length: number) => Math.min(length - 1, Math.max(0, (at + 0.5) / shrink - 0.5))
  const left = Int32Array.from({ length: width }, (_, x) => Math.floor(place(x, w)))
  const part = Float32Array.from({ length: width }, (_, x) => place(x, w) - (left[x] as number))
  for (let plane = 0; plane < 3; plane++) {
    for (let y = 0; y < height; y++) {
      const at = place(y, h)
      const top = Math.floor(at)
      const v = at - top
      const above = (plane * h + top) * w
      const below = (plane * h + Math.min(h - 1, top + 1)) * w
      const row = (plane * height + y) * width
      for (let x = 0; x < width; x++) {
        const a = left[x] as number
        const b = Math.min(w - 1, a + 1)
        const u = part[x] as number
        const upper = (step[above + a] as number) * (1 - u) + (step[above + b] as number) * u
        const lower = (step[below + a] as number) * (1 - u) + (step[below + b] as number) * u
        data[row + x] = (data[row + x] as number) + factor * (upper * (1 - v) + lower * v)
      }
    }
  }
}

/**
 * Adam on a picture written as the sum of a pyramid: each level has moments of its own, so that a broad stroke is one
 * step of a coarse level and not the sum of thousands of pixels that happen to agree. Plain Adam gives grain instead of strokes
 * (docs/decisions/0037).
 */
export class PyramidAdam {
  #levels: Level[]

  /** Sides are multiples of 8. */
  constructor(width: number, height: number) {
    this.#levels = LEVELS.map(({ shrink, share }) => {
      const size = 3 * (width / shrink) * (height / shrink)
      return {
        shrink,
        share,
        width: width / shrink,
        height: height / shrink,
        gradient: new Float32Array(size),
        adam: new Adam(size),
      }
    })
  }

  /** Moves the picture, in place, against the gradient; values stay in 0..1. */
  step(picture: PlanarPicture, gradient: Float32Array, rate: number): void {
    for (const level of this.#levels) {
      shrinkInto(gradient, picture.width, level)
      level.adam.turn(level.gradient)
      addEnlarged(level.gradient, level, picture, -rate * level.share)
    }
    const { data } = picture
    for (let i = 0; i < data.length; i++) data[i] = Math.min(1, Math.max(0, data[i] as number))
  }
}
