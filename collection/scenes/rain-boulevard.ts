import { add, hex, mix, type Rgb, ramp, scale } from '@/collection/drawing/colour'
import { drawPerson } from '@/collection/drawing/figures'
import { bell, clamp, smoothstep } from '@/collection/drawing/maths'
import type { Noise } from '@/collection/drawing/noise'
import type { Random } from '@/collection/drawing/random'
import type { Raster } from '@/collection/drawing/raster'
import { scene } from '@/collection/drawing/scene'
import { glowAt } from '@/collection/drawing/sky'
import { type Canyon, groundAt, lot } from '@/collection/drawing/street'
import { curve, dab, fill, type Point, stroke } from '@/collection/drawing/strokes'
import { drawWater } from '@/collection/drawing/water'

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
