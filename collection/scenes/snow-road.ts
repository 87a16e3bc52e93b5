import { add, hex, mix, ramp, scale } from '@/collection/drawing/colour'
import { drawPerson } from '@/collection/drawing/figures'
import { fir } from '@/collection/drawing/fir'
import { clamp, smoothstep } from '@/collection/drawing/maths'
import type { Random } from '@/collection/drawing/random'
import type { Raster } from '@/collection/drawing/raster'
import { scene } from '@/collection/drawing/scene'
import { drawSky, glowAt } from '@/collection/drawing/sky'
import { curve, dab, fill, type Point, stroke } from '@/collection/drawing/strokes'

/** A village road under snow at dusk, lamps just lit. */
export const snowRoad = scene(({ r, random, noise, a }) => {
  const horizon = 0.45
  drawSky(r, noise, {
    horizon: horizon + 0.04,
    colours: ramp('#3b4a72', '#6a6f98', '#b78fa0', '#f0b48a'),
    sun: { at: [a * 0.47, 0.43], colour: hex('#ffb070'), size: 0.001, glow: 0.55 },
    clouds: { cover: 0.6, grain: 1.1, lit: hex('#e0a8a4'), shade: hex('#505a80'), soft: 0.55, flat: 0.6 },
  })
  for (let i = 0; i < 60; i++) {
    const u = random.range(0, a)
    const tall = random.range(0.03, 0.085)
    fir(
      r,
      random,
      [u, horizon + 0.015],
      tall,
      (t) => mix(ramp('#1e2c44', '#4a5878', '#8e8fa6')(t), hex('#c79a98'), 0.38),
      1,
    )
  }
  const middle = (v: number): number => a * 0.47 + Math.sin((v - horizon) * 5.5) * 0.1 * (v - horizon) * 2.2
  r.shade((u, v) => {
    const down = v - horizon
    const away = 1 / (down + 0.03)
    const drift = noise.fbm(u * 3 * Math.min(away, 8) * 0.5, away * 2.4, 5)
    const fine = noise.fbm(u * 50, v * 110, 3)
    const lit = clamp(0.5 + drift * 0.75 + fine * 0.12)
    let snow = ramp('#4f5f8e', '#8f9cc2', '#cfd0e2', '#fbe9e0')(lit * 0.85 + 0.1)
    const across = Math.abs(u - middle(v)) / (0.02 + down * 0.4)
    const ruts = smoothstep(0.12, 0.02, Math.abs(Math.abs(across) - 0.42)) * clamp(0.55 + fine * 1.3)
    snow = mix(snow, ramp('#4a506e', '#8c8894', '#c2aea6')(lit), smoothstep(1.05, 0.85, across) * 0.42 + ruts * 0.4)
    const glow = Math.exp(-(((u - a * 0.47) / 0.28) ** 2)) * Math.exp(-down * 3.2)
    return add(snow, hex('#ff9f66'), glow * 0.24)
  }, horizon)
  for (const [u, v, w, s] of [
    [a * 0.3, 0.5, 0.11, 1],
    [a * 0.62, 0.492, 0.1, -1],
    [a * 0.19, 0.545, 0.17, 1],
    [a * 0.745, 0.54, 0.17, -1],
    [a * 0.035, 0.66, 0.34, 1],
    [a * 0.93, 0.65, 0.32, -1],
  ] as const) {
    cottage(r, random, [u, v], w, s)
  }
  for (const [x, v, t] of [
    [0.335, 0.62, 0.42],
    [0.72, 0.7, 0.55],
    [0.1, 0.86, 0.8],
  ] as const)
    bareTree(r, random, [a * x, v], t)
  drawPerson(r, {
    at: [middle(0.72) + 0.02, 0.74],
    tall: 0.17,
    coat: hex('#3a2f46'),
    legs: hex('#1c1a2a'),
    skin: hex('#b08878'),
    hat: hex('#5a2f34'),
    side: 1,
    pace: 0.1,
  })
  drawPerson(r, {
    at: [middle(0.58), 0.575],
    tall: 0.085,
    coat: hex('#5a3d44'),
    legs: hex('#262438'),
    skin: hex('#b08878'),
    hat: hex('#2c2a3c'),
    side: 1,
    pace: 0.08,
  })
  for (let i = 0; i < 1100; i++) {
    const s = random.range(0.0009, 0.0034)
    dab(r, [random.range(0, a), random.range(0, 1)], [s, s], hex('#fdf6f4'), {
      alpha: random.range(0.25, 0.75),
      soft: 0.8,
    })
  }
}, 1.12)

const cottage = (r: Raster, random: Random, [u, v]: Point, w: number, side: number): void => {
  const [l, q, tall] = [u - w / 2, u + w / 2, w * 0.42]
  const wall = random.pick([hex('#8a6f68'), hex('#a08474'), hex('#74687c')])
  fill(
    r,
    [
      [l, v],
      [l, v - tall],
      [q, v - tall],
      [q, v],
    ],
    (x, y) =>
      scale(mix(wall, hex('#5a5878'), clamp(0.5 - side * ((x - u) / w))), 0.9 + 0.12 * Math.sin(((y * 300) / w) * 0.3)),
  )
  const ridge = v - tall - w * 0.34
  const eave = v - tall + w * 0.045
  fill(
    r,
    [
      [l - w * 0.07, eave],
      [l + w * 0.14, ridge],
      [q - w * 0.14, ridge],
      [q + w * 0.07, eave],
    ],
    (x, y) => mix(hex('#f0e2e6'), hex('#8f98c4'), clamp(0.35 - side * ((x - u) / w) * 0.9 + (y - ridge) / w)),
  )
  stroke(r, [l - w * 0.07, eave], [q + w * 0.07, eave], [w * 0.035, w * 0.035], hex('#6a719c'))
  stroke(r, [u + w * 0.2, ridge + w * 0.04], [u + w * 0.2, ridge - w * 0.14], [w * 0.09, w * 0.09], hex('#6a4c4c'))
  dab(r, [u + w * 0.2, ridge - w * 0.17], [w * 0.07, w * 0.03], hex('#f3e8ec'))
  for (let i = 0; i < 16; i++)
    dab(
      r,
      [u + w * (0.2 + i * 0.025) + random.bell() * w * 0.02, ridge - w * (0.2 + i * 0.04)],
      [w * (0.03 + i * 0.007), w * (0.025 + i * 0.005)],
      hex('#b9a0b0'),
      { alpha: 0.16, soft: 1 },
    )
  for (const k of [-0.28, 0.02, 0.3]) {
    const [x, y] = [u + k * w, v - tall * 0.55]
    const on = k !== 0.02 || random.next() < 0.7
    fill(
      r,
      [
        [x - w * 0.055, y + w * 0.09],
        [x - w * 0.055, y - w * 0.07],
        [x + w * 0.055, y - w * 0.07],
        [x + w * 0.055, y + w * 0.09],
      ],
      on ? scale(hex('#ffb84e'), 1.5) : hex('#3a3c54'),
    )
    stroke(r, [x, y - w * 0.07], [x, y + w * 0.09], [w * 0.012, w * 0.012], hex('#3a2c2c'))
    if (on) {
      glowAt(r, [x, y], w * 0.035, scale(hex('#ff9a3c'), 0.35))
      dab(r, [x, v + w * 0.07], [w * 0.13, w * 0.05], hex('#ffbf74'), { alpha: 0.4, soft: 1 })
    }
  }
  for (let i = 0; i < 22; i++)
    dab(
      r,
      [random.range(l - 0.01, q + 0.01), v + random.bell() * w * 0.012],
      [w * 0.07, w * 0.03],
      mix(hex('#c9cce4'), hex('#8d98c2'), random.next()),
      { soft: 0.7 },
    )
}

const bareTree = (r: Raster, random: Random, base: Point, tall: number): void => {
  const bough = (from: Point, angle: number, long: number, width: number, depth: number): void => {
    const bend = random.bell() * 0.22
    const to: Point = [from[0] + Math.sin(angle) * long, from[1] - Math.cos(angle) * long]
    const mid: Point = [(from[0] + to[0]) / 2 + bend * long * 0.3, (from[1] + to[1]) / 2]
    curve(r, [from, mid, to], [width, width * 0.62], hex('#2c2632'), hex('#3c3440'))
    if (depth < 4)
      curve(
        r,
        [
          [from[0] - width * 0.2, from[1] - width * 0.3],
          [mid[0], mid[1] - width * 0.3],
          [to[0], to[1] - width * 0.3],
        ],
        [width * 0.35, width * 0.25],
        hex('#e3dcec'),
        hex('#c9c4dc'),
        0.75,
      )
    if (depth === 0) return
    const forks = depth > 3 ? 3 : 2
    for (let i = 0; i < forks; i++) {
      const turn = angle + (i - (forks - 1) / 2) * random.range(0.5, 0.95) + random.bell() * 0.16
      bough(to, turn, long * random.range(0.62, 0.82), width * 0.6, depth - 1)
    }
  }
  bough(base, random.bell() * 0.05, tall * 0.3, tall * 0.045, 6)
}
