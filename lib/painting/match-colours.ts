import type { PlanarPicture } from './planar-picture'

/**
 * Opponent colours of an sRGB triple: light (Rec. 601 luminance), red against green, yellow against blue. They are nearly uncorrelated
 * in natural pictures, so that each may be moved by itself (Reinhard et al. 2001 do so in a related space).
 */
export interface ColourLevels {
  mean: readonly [number, number, number]
  spread: readonly [number, number, number]
}

/** Mean and standard deviation of the three opponent colours. */
export function measureColours({ data, width, height }: PlanarPicture): ColourLevels {
  const area = width * height
  let light = 0
  let red = 0
  let yellow = 0
  let light2 = 0
  let red2 = 0
  let yellow2 = 0
  for (let i = 0; i < area; i++) {
    const r = data[i] as number
    const g = data[i + area] as number
    const b = data[i + 2 * area] as number
    const l = 0.299 * r + 0.587 * g + 0.114 * b
    const rg = r - g
    const yb = (r + g) / 2 - b
    light += l
    red += rg
    yellow += yb
    light2 += l * l
    red2 += rg * rg
    yellow2 += yb * yb
  }
  const spread = (sum: number, squares: number) => Math.sqrt(Math.max(0, squares / area - (sum / area) ** 2))
  return {
    mean: [light / area, red / area, yellow / area],
    spread: [spread(light, light2), spread(red, red2), spread(yellow, yellow2)],
  }
}

/** Levels between two, part 0 to 1. */
export function mixLevels(a: ColourLevels, b: ColourLevels, part: number): ColourLevels {
  const mix = (x: ColourLevels['mean'], y: ColourLevels['mean']) =>
    [x[0] + (y[0] - x[0]) * part, x[1] + (y[1] - x[1]) * part, x[2] + (y[2] - x[2]) * part] as const
  return { mean: mix(a.mean, b.mean), spread: mix(a.spread, b.spread) }
}

/** Flat pictures have no spread worth stretching; above 3 the grain of the flat parts would be torn out. */
const stretch = (from: number, to: number): number => Math.min(3, to / Math.max(from, 0.01))

/** Moves a picture's opponent colours, in place, so that levels `from` become `to`. */
export function moveColours({ data, width, height }: PlanarPicture, from: ColourLevels, to: ColourLevels): void {
  const area = width * height
  const kl = stretch(from.spread[0], to.spread[0])
  const kr = stretch(from.spread[1], to.spread[1])
  const ky = stretch(from.spread[2], to.spread[2])
  for (let i = 0; i < area; i++) {
    const r = data[i] as number
    const g = data[i + area] as number
    const b = data[i + 2 * area] as number
    const l = (0.299 * r + 0.587 * g + 0.114 * b - from.mean[0]) * kl + to.mean[0]
    const rg = (r - g - from.mean[1]) * kr + to.mean[1]
    const yb = ((r + g) / 2 - b - from.mean[2]) * ky + to.mean[2]
    const middle = l + 0.144 * rg + 0.114 * yb
    data[i] = middle + rg / 2
    data[i + area] = middle - rg / 2
    data[i + 2 * area] = middle - yb
  }
}
