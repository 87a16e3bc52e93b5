import { add, hex, mix, type Rgb, ramp, scale } from '@/collection/drawing/colour'
import { drawPerson } from '@/collection/drawing/figures'
import { bell, clamp, lerp, smoothstep } from '@/collection/drawing/maths'
import type { Noise } from '@/collection/drawing/noise'
import type { Random } from '@/collection/drawing/random'
import type { Raster } from '@/collection/drawing/raster'
import { scene } from '@/collection/drawing/scene'
import { drawSky, glowAt } from '@/collection/drawing/sky'
import { box, drawSolids, limb, project, type Solid, type Stage, turned, unit } from '@/collection/drawing/solids'
import { curve, dab, fill, type Point, stroke } from '@/collection/drawing/strokes'
import { drawWater } from '@/collection/drawing/water'

type Canyon = { eye: number; focal: number; half: number; horizon: number; middle: number }

/** A steady number in [0, 1) for a window or a house. */
const lot = (a: number, b: number, c: number): number => {
  const s = Math.sin(a * 127.1 + b * 311.7 + c * 74.7) * 43758.5453
  return s - Math.floor(s)
}

/** What stands at (u, v) in a street of houses seen along its length, or null where the sky is free. */
const facade = (street: Canyon, noise: Noise, u: number, v: number): { colour: Rgb; away: number } | null => {
  const x = u - street.middle
  if (Math.abs(x) < 0.004) return null
  const side = Math.sign(x)
  const z = (street.half * street.focal) / Math.abs(x)
  const y = street.eye + ((street.horizon - v) * z) / street.focal
  const house = Math.floor(z / 7 + (side > 0 ? 0.4 : 0))
  const tall = 15 + lot(house, side, 1) * 13
  if (y > tall || y < 0 || z > 110) return null
  const tone = lot(house, side, 2)
  const wall = mix(ramp('#2a2430', '#4a3a3c', '#5a5058', '#3a4458')(tone), hex('#1a1c2c'), clamp(y / 34))
  const grain = noise.fbm(z * 1.4, y * 1.2, 3) * 0.25
  const wx = z / 1.75
  const wy = (y - 4.4) / 3.05
  const [fx, fy] = [wx - Math.floor(wx), wy - Math.floor(wy)]
  const pane = Math.abs(fx - 0.5) < 0.27 && fy > 0.2 && fy < 0.8
  let colour = scale(wall, 0.75 + grain + 0.4 * Math.exp(-y * 0.16))
  if (Math.abs(fx - 0.5) < 0.34 && fy > 0.14 && fy < 0.86) colour = scale(colour, 1.5)
  if (y > 4.4 && pane) {
    const lit = lot(Math.floor(wx), Math.floor(wy), house + side)
    const warm = ramp('#7a4a1c', '#f09a3c', '#ffd27a')(lot(Math.floor(wx), Math.floor(wy), 9))
    const blind = fy > 0.3 + lot(Math.floor(wx), Math.floor(wy), 4) * 0.5 ? 0.6 : 1
    const bar = Math.abs(fx - 0.5) < 0.025 ? 0.35 : 1
    colour = lit > 0.56 ? scale(warm, 1.25 * blind * bar) : mix(hex('#1c2438'), hex('#4a5c7c'), fy * 0.7)
  }
  if (y <= 4.1) colour = shopFront(noise, z, y, house, side)
  if (y > 4.1 && y < 4.4) colour = scale(hex('#6a4a40'), 0.8)
  return { colour, away: z }
}

const shopFront = (noise: Noise, z: number, y: number, house: number, side: number): Rgb => {
  const f = (z / 7 + (side > 0 ? 0.4 : 0)) % 1
  const glass = f > 0.07 && f < 0.93 && y > 0.6 && y < 3.1 && Math.abs(f - 0.5) > 0.02
  const awning = ramp('#7a1f1c', '#b0652a', '#2f5a4c', '#2a3f6a')(lot(house, side, 7))
  if (y > 3.1) return scale(awning, 0.9 + 0.5 * Math.sin(z * 9))
  const goods = noise.fbm(z * 2.3, y * 2.6, 4)
  return glass
    ? scale(mix(hex('#ff9c38'), hex('#ffe2a0'), clamp(0.5 + goods)), 1.35 * (0.75 + goods * 0.6))
    : hex('#241a1c')
}

/** A boulevard in the rain at night: windows, lamps, a carriage of light on the wet stones, umbrellas. */
export const rainBoulevard = scene((easel) => {
  const { r, random, noise, a } = easel
  const street: Canyon = { eye: 2.1, focal: 0.95, half: 9.5, horizon: 0.52, middle: a * 0.53 }
  const mist = hex('#8a7480')
  r.shade((u, v) => {
    const cloud = noise.fbm(u * 2, v * 3, 5)
    return mix(ramp('#141a2e', '#2a3450', '#5a5670', '#a88478')(v / street.horizon), hex('#4a4c66'), clamp(cloud * 0.8))
  })
  const seen = (u: number, v: number): Rgb | null => {
    const wall = facade(street, noise, u, v)
    return wall && mix(wall.colour, mist, 1 - Math.exp(-wall.away * 0.02))
  }
  r.shade((u, v) => seen(u, v), 0, street.horizon + 0.4)
  const mirrored = r.flipped(street.horizon, true)
  mirrored.shade((u, v) => {
    const y = 2 * street.horizon - v
    const ground = (street.eye * street.focal) / Math.max(0.002, v - street.horizon)
    const wall = facade({ ...street, eye: -street.eye + 0.05 }, noise, u, y)
    return wall && wall.away > ground * 0.9 ? mix(wall.colour, mist, 1 - Math.exp(-wall.away * 0.02)) : null
  }, street.horizon)
  const lamps: { at: Point; size: number; foot: number }[] = []
  for (let k = 9; k >= 0; k--) {
    const z = 6 + k * 5.6
    for (const side of [-1, 1]) {
      const u = street.middle + (side * 5.7 * street.focal) / z
      const foot = street.horizon + (street.eye * street.focal) / z
      const top = street.horizon - ((4.7 - street.eye) * street.focal) / z
      lamps.push({ at: [u, top], size: 0.105 / z, foot })
    }
  }
  const stones = r.layer()
  drawWater(stones, mirrored, noise, {
    horizon: street.horizon,
    deep: hex('#1c2030'),
    swell: 0.085,
    grain: 22,
    mirror: 0.5,
    stretch: 1.3,
    mask: (u, v) => (groundAt(street, u, v) ? 1 : 0),
  })
  r.over(stones)
  for (const { at, size, foot } of lamps) {
    for (let i = 0; i < 46; i++) {
      const t = random.next()
      dab(
        r,
        [at[0] + random.bell() * size * (1.2 + t * 2.6), foot + t * (foot - at[1]) * 0.85],
        [size * random.range(0.6, 2.4), size * 0.3],
        scale(hex('#ffc067'), 1.1),
        { alpha: 0.5 * (1 - t), soft: 0.8 },
      )
    }
  }
  pavement(r, noise, street)
  tram(r, random, street)
  const crowd = Array.from({ length: 22 }, () => ({
    z: 5.2 + random.next() ** 1.6 * 34,
    x: random.range(-7.6, 7.6),
    k: random.next(),
  })).sort((p, q) => q.z - p.z)
  for (const { z, x, k } of crowd) {
    if (Math.abs(x + 1.2) < 2.2 && z < 30) continue
    umbrellaWalker(r, random, street, x, z, k)
  }
  for (const { at, size, foot } of lamps) {
    stroke(r, [at[0], foot], at, [size * 1.1, size * 0.7], hex('#12141c'))
    stroke(
      r,
      [at[0] - size * 3, at[1] + size * 1.4],
      [at[0] + size * 3, at[1] + size * 1.4],
      [size * 0.6, size * 0.6],
      hex('#12141c'),
    )
    for (const s of [-1, 1]) glowAt(r, [at[0] + s * size * 3, at[1]], size * 1.25, scale(hex('#ffc877'), 1.25))
  }
  umbrellaWalker(r, random, street, -3.9, 3.7, 0.95)
  umbrellaWalker(r, random, street, 3.4, 3.1, 0.35)
  for (let i = 0; i < 1500; i++) {
    const at: Point = [random.range(0, a), random.range(0, 1)]
    const long = random.range(0.012, 0.045)
    stroke(
      r,
      at,
      [at[0] - long * 0.16, at[1] + long],
      [0.0007, 0.0009],
      hex('#d9d4e2'),
      hex('#d9d4e2'),
      random.range(0.06, 0.26),
    )
  }
}, 1.3)

const groundAt = (street: Canyon, u: number, v: number): boolean => {
  const down = v - street.horizon
  if (down <= 0.003) return false
  const z = (street.eye * street.focal) / down
  return (Math.abs(u - street.middle) * z) / street.focal < street.half
}

const pavement = (r: Raster, noise: Noise, street: Canyon): void => {
  r.adjust((c, u, v) => {
    const down = v - street.horizon
    if (!groundAt(street, u, v)) return c
    const z = (street.eye * street.focal) / down
    const x = ((u - street.middle) * z) / street.focal
    const kerb = bell(Math.abs(x), 5.2, 0.14)
    const setts =
      Math.abs(x) < 5.2
        ? smoothstep(0.42, 0.62, noise.cell(x * 2.6, z * 2.2))
        : smoothstep(0.46, 0.49, Math.abs(((z * 0.8 + 99) % 1) - 0.5))
    const near = clamp(down * 3)
    const rail = Math.min(Math.abs(x + 2), Math.abs(x + 0.4)) < 0.05 ? 0.55 : 0
    return add(scale(c, 1 - setts * 0.38 * near - kerb * 0.35 + rail), hex('#4a4658'), 0.03 + kerb * 0.06)
  })
}

/** A tram coming up the street with its lamp and lit windows. */
const tram = (r: Raster, random: Random, street: Canyon): void => {
  const z = 15
  const k = street.focal / z
  const at = (x: number, y: number): Point => [street.middle + x * k, street.horizon - (y - street.eye) * k]
  const quad = (x0: number, y0: number, x1: number, y1: number, paint: Rgb | ((u: number, v: number) => Rgb)): void =>
    fill(r, [at(x0, y0), at(x0, y1), at(x1, y1), at(x1, y0)], paint)
  dab(r, at(-1.2, 0.05), [1.9 * k, 0.3 * k], hex('#0a0a12'), { alpha: 0.85, soft: 0.5 })
  quad(-2.55, 0.35, 0.15, 3.55, (_u, v) => mix(hex('#7a2620'), hex('#b5482c'), clamp((street.horizon + 0.1 - v) * 4)))
  quad(-2.55, 2.9, 0.15, 3.7, hex('#d9c49a'))
  quad(-2.45, 1.55, 0.05, 2.8, scale(hex('#ffcf7a'), 1.25))
  for (const x of [-2.5, -1.68, -0.75, 0.08]) quad(x - 0.06, 1.5, x + 0.06, 2.9, hex('#3a1c18'))
  for (const x of [-2.1, -1.2, -0.4]) dab(r, at(x, 1.85), [0.2 * k, 0.34 * k], hex('#4a2c22'), { soft: 0.3 })
  quad(-1.7, 3.0, -0.7, 3.35, scale(hex('#fff2c4'), 1.1))
  glowAt(r, at(-1.2, 1.0), 0.16 * k, scale(hex('#fff0c0'), 2))
  for (let i = 0; i < 110; i++) {
    const t = random.next()
    dab(
      r,
      [at(-1.2, 0)[0] + random.bell() * k * (0.5 + t), at(0, 0.1)[1] + t * 4.6 * k],
      [k * random.range(0.15, 0.6), k * 0.06],
      scale(hex('#ffdf9a'), 1.15),
      { alpha: 0.6 * (1 - t), soft: 0.8 },
    )
  }
}

const umbrellaWalker = (r: Raster, random: Random, street: Canyon, x: number, z: number, tone: number): void => {
  const k = street.focal / z
  const [u, v] = [street.middle + x * k, street.horizon + street.eye * k]
  const coat = mix(ramp('#16182a', '#2a2436', '#3a2a2c', '#243444')(tone), hex('#8a7480'), clamp(z / 60))
  for (let i = 0; i < 26; i++) {
    const t = random.next()
    dab(r, [u + random.bell() * k * 0.18, v + t * k * 1.7], [k * 0.2, k * 0.04], hex('#10121c'), {
      alpha: 0.4 * (1 - t),
      soft: 0.8,
    })
  }
  const tall = 1.72 * k
  drawPerson(r, {
    at: [u, v],
    tall,
    coat,
    legs: scale(coat, 0.6),
    skin: hex('#a87c64'),
    hat: scale(coat, 0.8),
    side: x < 0 ? 1 : -1,
    pace: 0.08,
    skirt: tone > 0.6,
  })
  const top: Point = [u + tall * 0.06, v - tall * 1.24]
  stroke(r, [u + tall * 0.1, v - tall * 0.6], top, [tall * 0.014, tall * 0.012], hex('#1a1418'))
  const cloth = tone > 0.85 ? hex('#a3302c') : tone > 0.7 ? hex('#b08a3c') : mix(hex('#23253a'), hex('#4a4a66'), tone)
  const rim = (s: number): Point => [
    top[0] + s * tall * 0.42,
    top[1] + tall * (0.2 + 0.035 * Math.abs(Math.sin(s * 9.4))),
  ]
  const dome: Point[] = []
  for (let i = 0; i <= 12; i++) {
    const s = -1 + i / 6
    dome.push([top[0] + s * tall * 0.42, top[1] + tall * 0.2 * (1 - Math.sqrt(Math.max(0, 1 - s * s)))])
  }
  for (let i = 12; i >= 0; i--) dome.push(rim(-1 + i / 6))
  fill(r, dome, (px, py) => {
    const s = (px - top[0]) / (tall * 0.42)
    const light = 0.7 + 0.75 * clamp(s * (x < 0 ? 1 : -1)) + 0.5 * smoothstep(tall * 0.12, 0, py - top[1])
    return scale(cloth, light * (0.88 + 0.12 * Math.sin(s * 9.4)))
  })
  for (const s of [-0.66, -0.33, 0, 0.33, 0.66])
    curve(
      r,
      [top, [top[0] + s * tall * 0.3, top[1] + tall * 0.05], rim(s)],
      [tall * 0.006, tall * 0.004],
      scale(cloth, 1.8),
      scale(cloth, 1.2),
      0.7,
    )
}

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
