import { hex, mix, type Rgb, scale } from '@/collection/drawing/colour'
import { lerp } from '@/collection/drawing/maths'
import type { Random } from '@/collection/drawing/random'
import type { Raster } from '@/collection/drawing/raster'
import { curve, dab, fill, type Point, stroke } from '@/collection/drawing/strokes'

type Vessel = {
  /** Middle of the waterline. */
  at: Point
  /** Length in heights; negative looks the other way. */
  long: number
  hull: Rgb
  /** Air between viewer and boat: its colour and how much of it, 0 to 1. */
  haze: Rgb
  far: number
  /** -1 when light comes from the left, 1 from the right. */
  side: number
}

/** The hull alone: dark below, a lit strake along the deck. */
export const drawHull = (r: Raster, { at: [u, v], long, hull, haze, far, side }: Vessel): void => {
  const l = long / 2
  const tall = Math.abs(long) * 0.13
  const deck = (t: number): Point => [u + l * lerp(-1, 1.08, t), v - tall * (0.72 + 0.9 * (t - 0.42) ** 2 * 2.2)]
  const points: Point[] = []
  for (let i = 0; i <= 12; i++) points.push(deck(i / 12))
  points.push([u + l * 0.86, v], [u - l * 0.88, v])
  fill(r, points, (x, y) => {
    const t = (v - y) / tall
    const plank = 0.9 + 0.1 * Math.sin(t * 22)
    const lit = 0.75 + 0.35 * side * ((x - u) / Math.abs(l)) + 0.35 * t
    return mix(scale(hull, lit * plank), haze, far)
  })
  for (let i = 0; i < 12; i++) {
    const tone = mix(scale(hull, 2.6), haze, far)
    stroke(r, deck(i / 12), deck((i + 1) / 12), [tall * 0.14, tall * 0.14], tone)
  }
}

/** A moored sailing ship with bare masts, yards, rigging and furled sails. */
export const drawShip = (r: Raster, random: Random, ship: Vessel, masts: number): void => {
  const { at, long, haze, far } = ship
  const size = Math.abs(long)
  const wood = mix(hex('#2a1d18'), haze, far)
  const cloth = mix(hex('#cdb592'), haze, far * 0.9)
  const [u, v] = at
  const foot = v - size * 0.09
  const bow: Point = [u + long * 0.78, v - size * 0.26]
  stroke(r, [u + long * 0.46, v - size * 0.15], bow, [size * 0.018, size * 0.008], wood)
  for (let m = 0; m < masts; m++) {
    const x = u + long * lerp(-0.3, 0.3, masts === 1 ? 0.55 : m / (masts - 1))
    const tall = size * (masts === 1 ? 1.15 : m === 1 ? 1.12 : 0.92) * random.range(0.94, 1.06)
    stroke(r, [x, foot], [x + size * 0.01, foot - tall], [size * 0.022, size * 0.008], wood)
    for (const t of [0.45, 0.68, 0.86]) {
      const wide = size * 0.22 * (1.15 - t * 0.7)
      const y = foot - tall * t
      stroke(r, [x - wide, y + wide * 0.06], [x + wide, y - wide * 0.06], [size * 0.009, size * 0.009], wood)
      if (random.next() < 0.75) {
        curve(
          r,
          [
            [x - wide * 0.9, y + size * 0.008],
            [x, y + size * 0.035],
            [x + wide * 0.9, y + size * 0.004],
          ],
          [size * 0.022, size * 0.016],
          cloth,
        )
      }
    }
    for (const s of [-1, 1]) {
      const rope = mix(wood, haze, 0.25)
      stroke(
        r,
        [x, foot - tall * 0.97],
        [x + s * size * 0.26, foot + size * 0.01],
        [size * 0.004, size * 0.004],
        rope,
        rope,
        0.8,
      )
      stroke(
        r,
        [x, foot - tall * 0.66],
        [x + s * size * 0.17, foot + size * 0.01],
        [size * 0.004, size * 0.004],
        rope,
        rope,
        0.8,
      )
    }
    if (m === masts - 1) stroke(r, [x, foot - tall * 0.95], bow, [size * 0.004, size * 0.004], wood, wood, 0.8)
  }
  drawHull(r, ship)
  const cabin = mix(scale(ship.hull, 1.7), haze, far)
  fill(
    r,
    [
      [u - long * 0.34, foot + size * 0.01],
      [u - long * 0.34, foot - size * 0.06],
      [u - long * 0.12, foot - size * 0.055],
      [u - long * 0.12, foot + size * 0.01],
    ],
    cabin,
  )
}

/** A small boat under sail: a mainsail and a jib that glow where the sun shines through. */
export const drawSailboat = (r: Raster, boat: Vessel, sail: Rgb, shade: Rgb, lean: number): void => {
  const {
    at: [u, v],
    long,
    haze,
    far,
  } = boat
  const size = Math.abs(long)
  const tall = size * 1.45
  const base = v - size * 0.12
  const top: Point = [u + long * 0.06 + lean * tall, base - tall]
  const clothes = (x: number, y: number): Rgb => {
    const t = (base - y) / tall
    const belly = 0.5 + 0.5 * Math.sin(((x - u - lean * (base - y)) / size) * 5 + t * 2)
    return mix(mix(shade, sail, 0.25 + 0.75 * belly), haze, far)
  }
  const boom: Point = [u - long * 0.48, base - size * 0.04]
  fill(
    r,
    [
      top,
      [u + long * 0.05, base - size * 0.03],
      boom,
      [u - long * 0.34 + lean * tall * 0.4, base - tall * 0.45],
      [u - long * 0.12 + lean * tall * 0.8, base - tall * 0.82],
    ],
    clothes,
  )
  fill(
    r,
    [
      [top[0] + long * 0.03, top[1] + tall * 0.1],
      [u + long * 0.1, base - size * 0.02],
      [u + long * 0.56, base - size * 0.03],
      [u + long * 0.3 + lean * tall * 0.4, base - tall * 0.42],
    ],
    clothes,
  )
  const wood = mix(hex('#3a2619'), haze, far)
  stroke(r, [u + long * 0.06, base + size * 0.03], top, [size * 0.022, size * 0.01], wood)
  stroke(r, [u + long * 0.06, base - size * 0.03], boom, [size * 0.016, size * 0.01], wood)
  drawHull(r, boat)
}

/** A rowing boat with people in it, seen against the light. */
export const drawRowers = (r: Raster, boat: Vessel, people: number): void => {
  const {
    at: [u, v],
    long,
    hull,
    haze,
    far,
  } = boat
  const size = Math.abs(long)
  const dark = mix(scale(hull, 0.8), haze, far)
  for (let i = 0; i < people; i++) {
    const x = u + long * lerp(-0.22, 0.3, people === 1 ? 0.4 : i / (people - 1))
    const up = i === 0 && people > 1 ? 1.7 : 1
    curve(
      r,
      [
        [x, v - size * 0.08],
        [x + long * 0.015, v - size * 0.18 * up],
        [x + long * 0.03, v - size * 0.24 * up],
      ],
      [size * 0.11, size * 0.07],
      dark,
    )
    dab(r, [x + long * 0.035, v - size * (0.24 * up + 0.065)], [size * 0.036, size * 0.042], scale(dark, 1.25), {
      soft: 0.2,
    })
    dab(r, [x + long * 0.035, v - size * (0.24 * up + 0.095)], [size * 0.062, size * 0.014], dark, { soft: 0.2 })
    curve(
      r,
      [
        [x, v - size * 0.2 * up],
        [x + long * 0.09, v - size * 0.15 * up],
        [x + long * 0.16, v - size * 0.14 * up],
      ],
      [size * 0.04, size * 0.028],
      dark,
    )
  }
  const oar = u - long * 0.16
  stroke(
    r,
    [oar + long * 0.16, v - size * 0.26],
    [oar - long * 0.34, v + size * 0.06],
    [size * 0.014, size * 0.02],
    dark,
  )
  drawHull(r, { ...boat, long: long * 1 })
}
