import { hex, mix, type Rgb, ramp, scale } from '@/collection/drawing/colour'
import { clamp, lerp, smoothstep } from '@/collection/drawing/maths'
import type { Noise } from '@/collection/drawing/noise'
import type { Random } from '@/collection/drawing/random'
import type { Raster } from '@/collection/drawing/raster'
import { scene } from '@/collection/drawing/scene'
import { drawSky } from '@/collection/drawing/sky'
import { dab, fill, type Point, stroke } from '@/collection/drawing/strokes'

/** Roofs of an old town at evening, smoke rising, the river beyond. */
export const rooftops = scene(({ r, random, noise, a }) => {
  const horizon = 0.3
  drawSky(r, noise, {
    horizon: horizon + 0.03,
    colours: ramp('#39588f', '#7d8fb8', '#e0b4a0', '#ffcf88'),
    sun: { at: [a * 0.24, 0.24], colour: hex('#ffb45e'), size: 0.02, glow: 0.8 },
    clouds: { cover: 0.58, grain: 1.1, lit: hex('#ffd3a8'), shade: hex('#6a6f96'), soft: 0.42, flat: 0.7 },
  })
  r.shade(
    (u, v) => {
      const hill = horizon - 0.035 - noise.fbm(u * 1.6, 2, 4) * 0.06
      return v > hill ? mix(hex('#6a7098'), hex('#e0a888'), clamp(0.5 + noise.fbm(u * 9, v * 22, 4) * 0.4)) : null
    },
    0.15,
    horizon + 0.04,
  )
  const rows = 17
  r.shade(
    (u, v) => mix(hex('#8a5a58'), hex('#e0a888'), clamp(0.7 - v * 0.7 + noise.fbm(u * 20, v * 20, 3) * 0.4)),
    horizon,
  )
  for (let k = 0; k < rows; k++) {
    const t = k / (rows - 1)
    const base = lerp(horizon + 0.02, 1.12, t ** 1.45)
    const size = lerp(0.03, 0.27, t ** 1.3)
    for (let u = random.range(-size, 0); u < a + size; u += size * random.range(0.62, 1)) {
      roofHouse(
        r,
        random,
        noise,
        [u, base + random.bell() * size * 0.14],
        size * random.range(0.8, 1.2),
        (1 - t) ** 1.3 * 0.72,
      )
    }
    if (k === 5) church(r, [a * 0.66, base + 0.01], 0.34)
  }
}, 1.12)

const roofHouse = (r: Raster, random: Random, noise: Noise, [u, v]: Point, s: number, far: number): void => {
  const air = hex('#dfa88e')
  const tile = random.pick(['#b5533a', '#c96a42', '#8f4638', '#7d5a54', '#d08456', '#5f6478'].map(hex))
  const plaster = random.pick(['#f0d7ae', '#e3b98c', '#d9cdb9', '#e8c49c', '#c9a38c'].map(hex))
  const [l, q, eave, ridge] = [u - s * 0.5, u + s * 0.5, v - s * 0.5, v - s * 0.92]
  const front = s * 0.36
  fill(
    r,
    [
      [l, v + s],
      [l, eave],
      [l + front / 2, ridge],
      [l + front, eave],
      [l + front, v + s],
    ],
    (x, y) => mix(scale(plaster, 0.98 + noise.fbm(x * 30, y * 30, 3) * 0.25 + 0.1 * smoothstep(v, eave, y)), air, far),
  )
  fill(
    r,
    [
      [l + front, v + s],
      [l + front, eave],
      [q, eave],
      [q, v + s],
    ],
    (x, y) => mix(scale(mix(plaster, hex('#5a5688'), 0.62), 0.75 + noise.fbm(x * 30, y * 30, 3) * 0.25), air, far),
  )
  fill(
    r,
    [
      [l + front / 2, ridge - s * 0.015],
      [l + front + s * 0.05, eave + s * 0.045],
      [q + s * 0.05, eave + s * 0.045],
      [q - s * 0.12, ridge - s * 0.015],
    ],
    (x, y) => {
      const course = 0.82 + 0.18 * Math.sin((y / s) * 95) + 0.1 * Math.sin(((x + y * 0.4) / s) * 80)
      return mix(scale(tile, course * (0.72 + noise.fbm(x * 22, y * 22, 3) * 0.5)), air, far)
    },
  )
  stroke(
    r,
    [l - s * 0.05, eave + s * 0.06],
    [l + front / 2, ridge - s * 0.03],
    [s * 0.035, s * 0.035],
    mix(scale(tile, 1.4), air, far),
  )
  stroke(
    r,
    [l + front / 2, ridge - s * 0.02],
    [q - s * 0.12, ridge - s * 0.02],
    [s * 0.028, s * 0.028],
    mix(scale(tile, 1.7), air, far),
  )
  const x = lerp(l + front, q - s * 0.2, random.next())
  const stack = mix(mix(tile, hex('#b0806a'), 0.5), air, far)
  stroke(r, [x, ridge + s * 0.12], [x, ridge - s * 0.12], [s * 0.09, s * 0.09], stack)
  stroke(r, [x - s * 0.03, ridge + s * 0.12], [x - s * 0.03, ridge - s * 0.12], [s * 0.03, s * 0.03], scale(stack, 1.6))
  stroke(
    r,
    [x - s * 0.055, ridge - s * 0.13],
    [x + s * 0.055, ridge - s * 0.13],
    [s * 0.03, s * 0.03],
    scale(stack, 0.7),
  )
  if (random.next() < 0.3) {
    for (let i = 0; i < 24; i++)
      dab(
        r,
        [x + i * s * 0.022 + random.bell() * s * 0.03, ridge - s * (0.2 + i * 0.05)],
        [s * (0.035 + i * 0.008), s * (0.03 + i * 0.006)],
        hex('#e6cfc8'),
        { alpha: 0.11, soft: 1 },
      )
  }
  for (const [wx, wy, wall] of [
    [0.18, 0.3, 0],
    [0.18, 0.02, 0],
    [0.5, 0.28, 1],
    [0.72, 0.28, 1],
    [0.5, 0.02, 1],
    [0.74, 0.02, 1],
  ] as const) {
    const at: Point = [l + s * wx, v - s * wy]
    const lit = random.next() < (wall ? 0.34 : 0.12)
    const pane = lit ? scale(hex('#ffc061'), 1.2) : mix(hex('#39405f'), air, far)
    fill(
      r,
      [
        [at[0] - s * 0.045, at[1] + s * 0.07],
        [at[0] - s * 0.045, at[1] - s * 0.07],
        [at[0] + s * 0.045, at[1] - s * 0.07],
        [at[0] + s * 0.045, at[1] + s * 0.07],
      ],
      pane,
    )
    if (wall === 0)
      for (const d of [-0.075, 0.075])
        stroke(
          r,
          [at[0] + s * d, at[1] - s * 0.065],
          [at[0] + s * d, at[1] + s * 0.065],
          [s * 0.04, s * 0.04],
          mix(hex('#4f7a74'), air, far),
        )
  }
}

const church = (r: Raster, [u, v]: Point, tall: number): void => {
  const air = hex('#dfa88e')
  const stone = (x: number, y: number): Rgb =>
    mix(
      mix(hex('#f3d5a8'), hex('#6a5f84'), smoothstep(u - tall * 0.02, u + tall * 0.04, x)),
      air,
      0.28 + 0.1 * Math.sin(y * 200),
    )
  fill(
    r,
    [
      [u - tall * 0.1, v],
      [u - tall * 0.1, v - tall * 0.6],
      [u + tall * 0.1, v - tall * 0.6],
      [u + tall * 0.1, v],
    ],
    stone,
  )
  fill(
    r,
    [
      [u - tall * 0.11, v - tall * 0.6],
      [u - tall * 0.085, v - tall * 0.68],
      [u, v - tall],
      [u + tall * 0.085, v - tall * 0.68],
      [u + tall * 0.11, v - tall * 0.6],
    ],
    (x) => mix(mix(hex('#7f9a94'), hex('#3c4a66'), smoothstep(u - 0.01, u + 0.012, x)), air, 0.25),
  )
  for (const y of [0.5, 0.3])
    for (const x of [-0.045, 0.045])
      dab(r, [u + x * tall, v - y * tall], [tall * 0.018, tall * 0.045], mix(hex('#39365a'), air, 0.25), { soft: 0.15 })
  stroke(r, [u, v - tall], [u, v - tall * 1.07], [tall * 0.009, tall * 0.006], hex('#5a4a4a'))
}
