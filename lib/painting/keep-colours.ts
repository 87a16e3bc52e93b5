import { measureColours, moveColours } from './match-colours'
import type { PlanarPicture } from './planar-picture'

/** Sums of a sliding window along a line, twice over (a triangle, close enough to a Gaussian); edges repeat. */
function blurLine(line: Float32Array, spare: Float32Array, length: number, radius: number): void {
  for (let pass = 0; pass < 2; pass++) {
    const [from, to] = pass === 0 ? [line, spare] : [spare, line]
    const at = (i: number) => from[Math.min(length - 1, Math.max(0, i))] as number
    let sum = 0
    for (let i = -radius; i <= radius; i++) sum += at(i)
    for (let i = 0; i < length; i++) {
      to[i] = sum / (2 * radius + 1)
      sum += at(i + radius + 1) - at(i - radius)
    }
  }
}

function blurPlane(plane: Float32Array, width: number, height: number, radius: number): void {
  const line = new Float32Array(Math.max(width, height))
  const spare = new Float32Array(line.length)
  for (let y = 0; y < height; y++) blurLine(plane.subarray(y * width, (y + 1) * width), spare, width, radius)
  for (let x = 0; x < width; x++) {
    for (let y = 0; y < height; y++) line[y] = plane[y * width + x] as number
    blurLine(line, spare, height, radius)
    for (let y = 0; y < height; y++) plane[y * width + x] = line[y] as number
  }
}

/**
 * Gives a painting, in place, the photo's own colours: light gets the photo's mean and spread, and the two colour opponents take the
 * photo's values where they change slowly (wider than about 1/32 of the long side) and keep the painting's where they change fast.
 * So skin stays skin, and strokes stay strokes. Moving mean and spread alone was tried first and left faces as brown as the ground.
 */
export function keepColours(painting: PlanarPicture, photo: PlanarPicture): void {
  moveColours(painting, measureColours(painting), measureColours(photo))
  const { data, width, height } = painting
  const area = width * height
  const red = new Float32Array(area)
  const yellow = new Float32Array(area)
  for (let i = 0; i < area; i++) {
    const r = (photo.data[i] as number) - (data[i] as number)
    const g = (photo.data[i + area] as number) - (data[i + area] as number)
    red[i] = r - g
    yellow[i] = (r + g) / 2 - ((photo.data[i + 2 * area] as number) - (data[i + 2 * area] as number))
  }
  const radius = Math.max(1, Math.round(Math.max(width, height) / 64))
  blurPlane(red, width, height, radius)
  blurPlane(yellow, width, height, radius)
  for (let i = 0; i < area; i++) {
    const rg = red[i] as number
    const yb = yellow[i] as number
    // Only the opponents move: these three changes add up to no change of light.
    const middle = 0.144 * rg + 0.114 * yb
    data[i] = (data[i] as number) + middle + rg / 2
    data[i + area] = (data[i + area] as number) + middle - rg / 2
    data[i + 2 * area] = (data[i + 2 * area] as number) + middle - yb
  }
}
