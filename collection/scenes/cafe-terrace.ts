import { add, hex, mix, type Rgb, ramp, scale } from '@/collection/drawing/colour'
import { drawPerson } from '@/collection/drawing/figures'
import { clamp, smoothstep } from '@/collection/drawing/maths'
import type { Noise } from '@/collection/drawing/noise'
import type { Raster } from '@/collection/drawing/raster'
import { scene } from '@/collection/drawing/scene'
import { glowAt } from '@/collection/drawing/sky'
import { box, limb, turned } from '@/collection/drawing/solid-fields'
import { drawSolids, project, type Solid, type Stage, unit } from '@/collection/drawing/solids'
import { type Canyon, groundAt, lot } from '@/collection/drawing/street'
import type { Point } from '@/collection/drawing/strokes'

/** A café terrace at night, yellow under its awning, the street running off into blue. */
export const cafeTerrace = scene((easel) => {
  const { r, random, noise, a } = easel
  const street: Canyon = { eye: 1.9, focal: 1, half: 5.2, horizon: 0.5, middle: a * 0.56 }
  r.shade((u, v) =>
    mix(
      ramp('#0a1746', '#143076', '#24549a', '#3f78a8')(v / 0.55 + noise.fbm(u * 2, v * 2, 4) * 0.12),
      hex('#6fa8c8'),
      smoothstep(0.2, 0.55, noise.fbm(u * 5, v * 4, 4)) * 0.18,
    ),
  )
  for (let i = 0; i < 46; i++) {
    const at: Point = [random.range(a * 0.28, a * 0.86), random.range(0.01, 0.36)]
    glowAt(r, at, 0.0012 + 0.0042 * random.next() ** 3, hex('#fff3c0'))
  }
  r.shade((u, v) => nightHouse(street, noise, u, v), 0, 0.95)
  cobbles(r, noise, street, a)
  const stage: Stage = {
    eye: [-1.15, 1.9, -1],
    target: [-1.15, 1.9, 10],
    focal: 1,
    centre: [street.middle, street.horizon],
    solids: terrace(),
    lamp: unit([-1, 1, 0]),
    lampAt: [-3.3, 3.1, 5.4],
    reach: 4.5,
    lampColour: scale(hex('#ffd060'), 3.4),
    around: (_x, y) => mix(hex('#141a38'), hex('#2c4478'), clamp(0.5 + y * 0.5)),
    hardness: 6,
    rows: 600,
  }
  drawSolids(r, stage)
  for (const [x, z, k, share] of [
    [0.9, 21, 0.3, 1],
    [3.4, 17, 0.2, 1],
    [1.4, 12.5, 0.8, 1],
    [3.2, 10.5, 0.5, 1],
    [-3.2, 10.8, 0.9, 0.74],
    [-2.1, 9.7, 0.2, 0.74],
    [-3.1, 8, 0.7, 0.74],
    [-1.7, 8.2, 0.95, 1],
  ] as const) {
    const [u, v, one] = project(stage, a, [x, 0, z])
    const lit = clamp(1.25 - Math.abs(x + 3) * 0.22)
    const coat = scale(
      mix(ramp('#2a3458', '#5a3a34', '#c9b487', '#7a8fb8')(k), hex('#d89a3c'), 0.25 * lit),
      0.35 + lit * 0.6,
    )
    drawPerson(r, {
      at: [u, v],
      tall: one * 1.68 * share,
      coat,
      legs: hex('#141832'),
      skin: scale(hex('#e0a060'), 0.5 + lit * 0.5),
      hat: k > 0.6 ? hex('#d9b45a') : hex('#141832'),
      side: -1,
      pace: 0.05,
      skirt: k > 0.65,
    })
  }
  const [lu, lv, lone] = project(stage, a, [-3.3, 3.05, 5.4])
  glowAt(r, [lu, lv], lone * 0.11, scale(hex('#ffe48a'), 1.7))
  glowAt(r, [a * 0.855, 0.33], 0.006, scale(hex('#ffd27a'), 1.3))
  r.adjust((c, u, v) =>
    add(c, hex('#ff9c2c'), 0.16 * Math.exp(-(((u - a * 0.2) / 0.32) ** 2 + ((v - 0.46) / 0.34) ** 2))),
  )
}, 1.15)

/** Blue houses on the right and the end of the street; a few windows lit. */
const nightHouse = (street: Canyon, noise: Noise, u: number, v: number): Rgb | null => {
  const x = u - street.middle
  const side = Math.sign(x) || 1
  const z = Math.min((street.half * street.focal) / Math.max(Math.abs(x), 0.02), 46)
  const y = street.eye + ((street.horizon - v) * z) / street.focal
  const house = Math.floor(z / 5.5)
  const tall = z >= 46 ? 8 + lot(Math.floor(u * 40), 1, 3) * 4 : 8.5 + lot(house, side, 1) * 4.5 + (side < 0 ? 2 : 0)
  if (y > tall || y < -0.1) return null
  const wall = mix(
    ramp('#16244e', '#24386a', '#3a4a72', '#2a3050')(lot(house, side, 2)),
    hex('#e09a2c'),
    side < 0 ? 0.75 * Math.exp(-(((y - 2.4) / 3) ** 2)) * smoothstep(13, 6, z) : 0.14 * Math.exp(-z * 0.08),
  )
  const [wx, wy] = [(z < 46 ? z : u * 60) / 1.7, (y - 3.6) / 2.5]
  const [fx, fy] = [wx - Math.floor(wx), wy - Math.floor(wy)]
  const grain = 0.85 + noise.fbm(z * 1.5, y * 1.7, 4) * 0.5
  if (y > 3.6 && Math.abs(fx - 0.5) < 0.24 && fy > 0.18 && fy < 0.8) {
    const lit = lot(Math.floor(wx), Math.floor(wy), house * side)
    const shutter = Math.abs(fx - 0.5) > 0.15
    if (shutter) return scale(hex('#2c5a5c'), grain * 0.8)
    return lit > 0.62 ? scale(mix(hex('#ff9a2e'), hex('#ffe08a'), lot(wx | 0, wy | 0, 3)), 1.15) : hex('#0e1838')
  }
  if (y < 3 && side > 0 && Math.abs(fx - 0.5) < 0.3 && y < 2.5)
    return lot(Math.floor(wx), 5, side) > 0.72 ? scale(hex('#ffb84a'), 0.95) : hex('#121c3c')
  return scale(wall, grain)
}

const cobbles = (r: Raster, noise: Noise, street: Canyon, a: number): void => {
  r.shade((u, v) => {
    if (!groundAt(street, u, v)) return null
    const z = (street.eye * street.focal) / (v - street.horizon)
    const x = ((u - street.middle) * z) / street.focal
    const sett = noise.cell(x * 3.1, z * 2.7)
    const top = smoothstep(0.62, 0.2, sett)
    const warm = Math.exp(-(((x + 2.6) / 3) ** 2 + ((z - 6) / 5) ** 2) * 0.8)
    const stone = mix(hex('#1c2a5a'), hex('#56689c'), clamp(0.35 + noise.at(x * 3, z * 3) * 0.5))
    const lit = mix(
      stone,
      mix(hex('#b5641c'), hex('#ffd26a'), clamp(0.4 + noise.at(x * 3.1, z * 2.7) * 0.7)),
      clamp(warm * 1.15),
    )
    return mix(scale(lit, 0.42 + top * 0.72), hex('#2c4a84'), clamp(z / 70) + 0 * a)
  }, street.horizon)
}

/** Tables, chairs, the awning and the wall of the café, in metres; the street runs along z. */
const terrace = (): Solid[] => {
  const wood = hex('#8a5a2c')
  const solids: Solid[] = [
    {
      field: box(-4.7, 1.6, 6.5, 0.5, 1.9, 5.2),
      bound: [-4.7, 1.6, 6.5, 6],
      colour: (_x, y, z) =>
        y < 2.5 && Math.abs(((z * 0.55 + 10) % 1) - 0.5) < 0.3 ? scale(hex('#ffc95a'), 1.1) : hex('#d99a34'),
      glow: 0.2,
    },
    {
      field: (x, y, z) => box(-3.4, 3.55, 6.5, 1.5, 0.05, 4.8)(x, y + (x + 4.6) * -0.26 + 0.35, z) * 0.9,
      bound: [-3.4, 3.5, 6.5, 5.4],
      colour: (_x, _y, z) => (((z * 1.4 + 30) | 0) % 2 ? hex('#e8b43c') : hex('#f6dc8a')),
      glow: 0.28,
    },
    { field: box(-3.3, 0.02, 6.5, 1.6, 0.1, 5, 0.05), bound: [-3.3, 0, 6.5, 5.4], colour: hex('#c98a3c') },
  ]
  for (const [x, z] of [
    [-2.6, 3.6],
    [-3.6, 4.9],
    [-2.5, 6.2],
    [-3.5, 7.6],
    [-2.4, 9],
    [-3.5, 10.4],
    [-1.5, 4.7],
    [-1.3, 7.3],
  ] as const) {
    solids.push({
      field: turned(x, 0.12, z, 0.78, (h) => (h > 0.72 ? 0.42 : 0.05 + 0.2 * Math.max(0, 0.1 - h) * 10 * 0.6), 0.45),
      bound: [x, 0.5, z, 0.75],
      colour: (_x, y) => (y > 0.82 ? hex('#f4ead2') : hex('#3a3a4c')),
      gloss: 0.4,
    })
    solids.push({
      field: limb([x + 0.1, 0.9, z], [x + 0.1, 1.08, z], 0.05, 0.035),
      bound: [x + 0.1, 1, z, 0.2],
      colour: hex('#3c6a4c'),
      gloss: 0.9,
    })
    for (const [dx, dz] of [
      [0.62, 0.1],
      [-0.35, -0.62],
    ] as const) {
      const [cx, cz] = [x + dx, z + dz]
      const seat = turned(cx, 0.5, cz, 0.06, () => 0.22, 0.7)
      const back = box(cx + Math.sign(dx) * 0.2, 0.82, cz, 0.025, 0.3, 0.19, 0.02)
      const legs = [
        limb([cx - 0.15, 0.1, cz - 0.15], [cx - 0.13, 0.52, cz - 0.13], 0.022, 0.022),
        limb([cx + 0.15, 0.1, cz + 0.15], [cx + 0.13, 0.52, cz + 0.13], 0.022, 0.022),
        limb([cx + 0.15, 0.1, cz - 0.15], [cx + 0.13, 0.52, cz - 0.13], 0.022, 0.022),
        limb([cx - 0.15, 0.1, cz + 0.15], [cx - 0.13, 0.52, cz + 0.13], 0.022, 0.022),
      ]
      solids.push({
        field: (px, py, pz) => Math.min(seat(px, py, pz), back(px, py, pz), ...legs.map((f) => f(px, py, pz))),
        bound: [cx, 0.6, cz, 0.62],
        colour: wood,
      })
    }
  }
  return solids
}
