import { drawSailboat, drawShip } from '@/collection/drawing/boats'
import { add, hex, mix, type Rgb, ramp, scale } from '@/collection/drawing/colour'
import { drawPerson } from '@/collection/drawing/figures'
import { bell, clamp, lerp, smoothstep } from '@/collection/drawing/maths'
import type { Noise } from '@/collection/drawing/noise'
import type { Raster } from '@/collection/drawing/raster'
import { scene } from '@/collection/drawing/scene'
import { drawSky, glowAt } from '@/collection/drawing/sky'
import { unit } from '@/collection/drawing/solids'
import { curve, dab, fill, type Point, stroke } from '@/collection/drawing/strokes'
import { drawTerrain } from '@/collection/drawing/terrain'
import { drawWater } from '@/collection/drawing/water'

type Swell = {
  horizon: number
  /** Height of the waves and their length, in ground units (the eye is at 1). */
  tall: number
  long: number
  /** Colour seen into the water and what the sky gives back. */
  deep: Rgb
  shallow: Rgb
  sky: (t: number) => Rgb
  /** Amount of foam, 0 to 1, and where the light stands (u of the sun). */
  foam: number
  foamColour: Rgb
  sunAt: number
  glitter: Rgb
  eye?: number
}

/** An open sea of moving crests: heights drawn in perspective, sky on the faces, foam on the tops. */
const drawSwell = (r: Raster, noise: Noise, look: Swell): void => {
  const wave = (x: number, z: number): number => {
    const bend = noise.fbm(x * 0.09, z * 0.09, 2) * 2.4
    const k = 1 / look.long
    const large = noise.ridged(x * k * 0.55 + bend * 0.3, z * k * 1.3 + bend, 3) - 0.45
    const fine = noise.fbm(x * k * 3.1, z * k * 4.4 + bend, 4, 0.55)
    return look.tall * (large * 1.1 + fine * 0.3)
  }
  const focal = 1.15
  r.shade(() => look.sky(1), look.horizon - 0.002, look.horizon + 0.03)
  drawTerrain(r, {
    height: wave,
    eye: { x: 3, y: look.eye ?? 1.15, horizon: look.horizon, focal },
    near: 0.9,
    far: 160,
    step: 0.0045,
    shadows: 0,
    sun: unit([0.2, 0.5, 0.8]),
    colour: ({ x, y, z, normal, away }) => {
      const tilt = clamp(0.5 - normal[2] * 1.1)
      const grazing = clamp(0.18 + 0.62 * (1 - Math.abs(normal[1]) * 0.4) * smoothstep(0, 30, away) + tilt * 0.42)
      const sky = look.sky(clamp(0.95 - tilt * 0.9))
      const crest = smoothstep(look.tall * 0.05, look.tall * 0.55, y)
      let colour = mix(mix(look.deep, look.shallow, crest * 0.85), sky, grazing)
      const lace = noise.ridged(x * 1.9, z * 2.6, 4)
      const foam = clamp(
        smoothstep(
          look.tall * (0.62 - look.foam * 0.5),
          look.tall * 0.75,
          y + lace * look.tall * 0.3 - 0.1 * look.tall,
        ) *
          look.foam *
          1.5 +
          smoothstep(0.72, 0.95, lace) * look.foam * 0.6 * crest,
      )
      colour = mix(colour, scale(look.foamColour, 0.75 + 0.35 * clamp(0.5 - normal[2] + normal[1] * 0.2)), foam)
      const u = ((x - 3) / z) * focal + r.aspect / 2
      const path = bell(u, look.sunAt, 0.035 + 0.16 / (1 + away * 0.35))
      const glint = smoothstep(0.12, 0.5, tilt + noise.at(x * 9, z * 11) * 0.3 - 0.28)
      colour = add(colour, look.glitter, path * glint)
      return mix(colour, look.sky(1), smoothstep(20, 150, away) * 0.75)
    },
  })
}

/** The moon over the open sea, a road of light to the viewer's feet, a ship far out. */
export const moonlitSea = scene(({ r, random, noise, a }) => {
  const horizon = 0.52
  const moon: Point = [a * 0.6, 0.21]
  const night = ramp('#0a1330', '#152a56', '#2c4a7a', '#6a86a0')
  drawSky(r, noise, {
    horizon,
    colours: night,
    sun: { at: moon, colour: hex('#f4e7b8'), size: 0.042, glow: 0.42 },
    clouds: { cover: 0.62, grain: 1.15, lit: hex('#7d8aa6'), shade: hex('#101a38'), soft: 0.42, flat: 0.7 },
  })
  dab(r, [moon[0] - 0.012, moon[1] - 0.006], [0.014, 0.011], hex('#b9ab84'), { alpha: 0.35, soft: 1 })
  dab(r, [moon[0] + 0.014, moon[1] + 0.012], [0.011, 0.009], hex('#b9ab84'), { alpha: 0.3, soft: 1 })
  drawSwell(r, noise, {
    horizon,
    tall: 0.22,
    long: 1.5,
    deep: hex('#06142c'),
    shallow: hex('#1c4a60'),
    sky: ramp('#0c1a3c', '#22406e', '#6f8aa4'),
    foam: 0.28,
    foamColour: hex('#8fa6bb'),
    sunAt: moon[0],
    glitter: scale(hex('#fbe9b0'), 1.5),
  })
  drawShip(
    r,
    random,
    { at: [a * 0.27, horizon + 0.012], long: 0.13, hull: hex('#0b1226'), haze: hex('#2c4a7a'), far: 0.25, side: 1 },
    3,
  )
  glowAt(r, [a * 0.27 + 0.03, horizon - 0.012], 0.0028, scale(hex('#ffb650'), 1.3))
}, 1.25)

/** A ship driven on the breakers under a torn sky, light breaking through behind it. */
export const stormSea = scene((easel) => {
  const { r, random, noise, a } = easel
  const horizon = 0.5
  const light: Point = [a * 0.66, 0.27]
  r.shade(
    (u, v) => {
      const dx = u - light[0]
      const dy = v - light[1]
      const far = Math.sqrt(dx * dx + dy * dy)
      const turn = 2.4 * Math.exp(-far * 1.5)
      const [c, s] = [Math.cos(turn), Math.sin(turn)]
      const swirl = noise.fbm((dx * c - dy * s) * 1.7 + 4, (dx * s + dy * c) * 3.6 + 9, 6, 0.56)
      const body = noise.fbm(u * 1.7 + swirl, v * 2.2 - swirl, 6, 0.55)
      const tone = clamp(0.98 - far * 1.12 + swirl * 0.55 + body * 0.35)
      return ramp('#1a1d24', '#363b42', '#6a665c', '#b08f60', '#ecc988', '#fff2cf')(tone)
    },
    0,
    horizon + 0.02,
  )
  drawSwell(r, noise, {
    horizon,
    tall: 0.62,
    long: 2.5,
    deep: hex('#12211f'),
    shallow: hex('#4c6b54'),
    sky: ramp('#2a2d30', '#76705f', '#d8b880'),
    foam: 0.62,
    foamColour: hex('#e9dcc0'),
    sunAt: light[0],
    glitter: scale(hex('#f5cf86'), 0.8),
    eye: 1.3,
  })
  const ship = r.layer()
  drawShip(
    ship,
    random,
    { at: [a * 0.42, 0.545], long: 0.4, hull: hex('#1d1512'), haze: hex('#8c7a58'), far: 0.14, side: 1 },
    3,
  )
  tilted(r, ship, [a * 0.42, 0.545], -0.24)
  for (let i = 0; i < 900; i++) {
    const t = random.next()
    const at: Point = [a * 0.42 + random.bell() * 0.16, 0.582 - Math.abs(random.bell()) * 0.03 * (1.4 - t) + 0.01]
    dab(r, at, [0.006 + t * 0.02, 0.004 + t * 0.008], mix(hex('#8d8a76'), hex('#fdf1d6'), random.next()), {
      alpha: 0.3,
      soft: 1,
    })
  }
  for (let i = 0; i < 520; i++) {
    const at: Point = [random.range(0, a), random.range(0.46, 0.95)]
    dab(r, at, [random.range(0.002, 0.03), random.range(0.001, 0.006)], hex('#f3e7cc'), {
      alpha: 0.16,
      soft: 1,
      angle: -0.5,
    })
  }
}, 1.1)

/** Lays a layer over the canvas turned about a point. */
const tilted = (r: Raster, layer: Raster, [u, v]: Point, angle: number): void => {
  const c = Math.cos(angle)
  const s = Math.sin(angle)
  for (let y = 0; y < r.height; y++) {
    for (let x = 0; x < r.width; x++) {
      const dx = x / r.height - u
      const dy = y / r.height - v
      const from: Point = [u + dx * c + dy * s, v - dx * s + dy * c]
      const [alpha, colour] = layer.sampleAlpha(...from)
      if (alpha > 0.01) r.blend(x, y, scale(colour, 1 / alpha), alpha)
    }
  }
}

/** Low tide: a long wet beach, the sky lying in it, one person walking with a dog. */
export const tideWalker = scene(({ r, random, noise, a }) => {
  const horizon = 0.4
  drawSky(r, noise, {
    horizon,
    colours: ramp('#4f7fae', '#8fb3cd', '#dcd9cf', '#f7cfa6'),
    sun: { at: [a * 0.18, 0.33], colour: hex('#ffd9a0'), size: 0.018, glow: 0.75 },
    clouds: { cover: 0.72, grain: 1.15, lit: hex('#fff0dc'), shade: hex('#7b8ba6'), soft: 0.34, flat: 0.8 },
  })
  const mirrored = r.flipped(horizon, true)
  drawWater(r, mirrored, noise, { horizon, deep: hex('#2d5a68'), swell: 0.07, grain: 16, mirror: 0.45 })
  for (let row = 0; row < 6; row++) {
    const base = 0.435 + row * 0.024 + row * row * 0.0022
    for (let u = -0.02; u < a; u += 0.0022) {
      const edge = base + noise.fbm(u * 1.6 + row * 7, row, 4) * 0.03 * (0.5 + row * 0.16)
      const strong = smoothstep(-0.2, 0.4, noise.fbm(u * 2 + row * 13, 4, 3))
      dab(r, [u, edge + 0.004], [0.006, 0.004 + row * 0.0006], hex('#3c6468'), { alpha: 0.3 * strong, soft: 0.8 })
      dab(
        r,
        [u, edge - random.next() * 0.008 * strong],
        [0.004 + row * 0.0006, 0.0022 + row * 0.0007],
        hex(row % 2 ? '#fff6e8' : '#f3e6d8'),
        { alpha: 0.75 * strong, soft: 0.7 },
      )
    }
  }
  const wetLine = (u: number): number => 0.585 + noise.fbm(u * 0.9, 20, 3) * 0.04
  const dryLine = (u: number): number => 0.885 + noise.fbm(u * 0.8, 40, 3) * 0.09 + 0.09 * (u / a - 0.5)
  r.shade((u, v) => {
    const wet = v - wetLine(u)
    if (wet < 0) return null
    const away = 1 / (v - 0.3)
    const ribs = noise.fbm(u * away * 2.2 + 3, away * 26 + noise.fbm(u * 3, v * 6, 2) * 2, 4)
    const pools = smoothstep(-0.05, 0.22, noise.fbm(u * 1.1 * away + 8, away * 6, 3))
    const sand = mix(hex('#8a6f55'), hex('#cfae84'), clamp(0.5 + ribs * 0.9))
    const shine = mirrored.sample(u + ribs * 0.01, horizon + (v - horizon) * 0.68 + ribs * 0.02)
    const dry = smoothstep(-0.02, 0.06, v - dryLine(u) + ribs * 0.03)
    const film = clamp((0.78 - pools * 0.45) * (1 - dry) * smoothstep(0, 0.02, wet))
    const dryTone = scale(
      mix(hex('#c39f76'), hex('#ecd0a4'), clamp(0.5 + noise.fbm(u * 22, v * 34, 4))),
      0.86 + ribs * 0.3,
    )
    return mix(mix(sand, dryTone, dry), scale(shine, 0.92), film)
  }, 0.52)
  for (let u = 0; u < a; u += 0.0018)
    dab(r, [u, wetLine(u) + random.bell() * 0.003], [0.005, 0.003], hex('#fff4e4'), { alpha: 0.5, soft: 0.8 })
  for (let i = 0; i < 500; i++)
    dab(
      r,
      [random.range(0, a), random.range(0.86, 1)],
      [random.range(0.001, 0.004), 0.0012],
      hex(random.pick(['#6b5640', '#f4e2c4', '#8d7a66'])),
      { alpha: 0.7 },
    )
  const people = r.layer()
  drawPerson(people, {
    at: [a * 0.63, 0.668],
    tall: 0.25,
    coat: hex('#7d2a2a'),
    legs: hex('#1f2230'),
    skin: hex('#b98a6c'),
    hat: hex('#d9b878'),
    side: -1,
    pace: 0.05,
    skirt: true,
  })
  drawDog(people, [a * 0.63 + 0.14, 0.678], 0.07)
  r.over(softened(people.flipped(0.67)), 0.6)
  r.over(people)
  for (let i = 0; i < 26; i++) {
    const u = a * 0.63 - 0.03 - i * 0.033
    dab(r, [u, 0.674 + (i % 2) * 0.008 + i * 0.003], [0.007, 0.003], hex('#6b5645'), { alpha: 0.6 })
  }
  for (let i = 0; i < 11; i++)
    gull(r, [random.range(a * 0.3, a * 0.95), random.range(0.1, 0.34)], random.range(0.008, 0.02))
}, 1.08)

const softened = (layer: Raster): Raster => {
  const out = layer.layer()
  for (let y = 0; y < layer.height; y++) {
    const shift = Math.round(Math.sin(y * (540 / layer.height)) * layer.height * 0.0022)
    for (let x = 0; x < layer.width; x++) {
      const sx = x + shift
      if (sx < 0 || sx >= layer.width) continue
      const alpha = layer.alphaAt(sx, y)
      if (alpha > 0) out.blend(x, y, scale(layer.pixel(sx, y), 1 / alpha), alpha)
    }
  }
  return out
}

const drawDog = (r: Raster, [u, v]: Point, size: number): void => {
  const coat = hex('#3a2a20')
  stroke(
    r,
    [u - size * 0.4, v - size * 0.5],
    [u + size * 0.4, v - size * 0.55],
    [size * 0.26, size * 0.3],
    coat,
    scale(coat, 1.6),
  )
  for (const [x, k] of [
    [-0.4, -0.12],
    [-0.3, 0.1],
    [0.32, -0.1],
    [0.42, 0.14],
  ] as const) {
    stroke(r, [u + x * size, v - size * 0.45], [u + (x + k) * size, v], [size * 0.12, size * 0.06], coat)
  }
  stroke(r, [u + size * 0.45, v - size * 0.6], [u + size * 0.62, v - size * 0.82], [size * 0.2, size * 0.2], coat)
  stroke(
    r,
    [u + size * 0.62, v - size * 0.82],
    [u + size * 0.82, v - size * 0.76],
    [size * 0.18, size * 0.08],
    coat,
    scale(coat, 1.5),
  )
  curve(
    r,
    [
      [u - size * 0.5, v - size * 0.55],
      [u - size * 0.72, v - size * 0.65],
      [u - size * 0.78, v - size * 0.9],
    ],
    [size * 0.09, size * 0.04],
    coat,
  )
}

const gull = (r: Raster, [u, v]: Point, size: number): void => {
  for (const s of [-1, 1]) {
    curve(
      r,
      [
        [u, v],
        [u + s * size * 0.5, v - size * 0.5],
        [u + s * size, v - size * 0.1],
      ],
      [size * 0.2, size * 0.06],
      hex('#fdf8ee'),
      hex('#6d7484'),
    )
  }
}

/** Chalk cliffs with an arch standing in a green sea, sails beyond. */
export const chalkCliffs = scene(({ r, random, noise, a }) => {
  const horizon = 0.46
  drawSky(r, noise, {
    horizon,
    colours: ramp('#4c84bd', '#86b2d6', '#c9dbe2', '#f3e4cd'),
    sun: { at: [-0.2, 0.1], colour: hex('#ffe7bd'), size: 0.01, glow: 0.35 },
    clouds: { cover: 0.7, grain: 1.3, lit: hex('#fff8ea'), shade: hex('#93a4c0'), soft: 0.36, flat: 0.7 },
  })
  const mirrored = r.flipped(horizon, true)
  const top = (u: number): number =>
    lerp(0.34, 0.1, smoothstep(a * 0.3, a, u)) + noise.fbm(u * 5, 3, 4) * 0.05 - 0.05 * bell(u, a * 0.44, 0.06)
  const foot = (u: number): number => 0.54 + 0.3 * smoothstep(a * 0.52, a * 1.02, u) + noise.fbm(u * 9, 8, 3) * 0.012
  const inArch = (u: number, v: number): boolean =>
    ((u - a * 0.475) / 0.055) ** 2 + ((v - 0.53) / 0.16) ** 2 < 1 + noise.at(u * 40, v * 40) * 0.18
  const needle = (u: number, v: number): boolean =>
    Math.abs(u - a * 0.235 + noise.fbm(v * 9, 2, 2) * 0.02) < 0.052 * smoothstep(0.2, 0.53, v) + 0.004 &&
    v > 0.24 &&
    v < 0.54
  const rock = (u: number, v: number): Rgb => {
    const sway = noise.fbm(u * 2.5, v * 2.5, 3) * 0.06
    const wall = (x: number): number =>
      noise.ridged((x + sway) * 4.2, v * 0.9 + 3, 3) * 0.5 + noise.fbm((x + sway) * 15, v * 2.6, 5, 0.6) * 0.55
    const folds = (wall(u + 0.007) - wall(u - 0.007)) * 2.1
    const grit = noise.fbm(u * 60, v * 44, 3)
    const bed = (v + sway * 0.5 + noise.fbm(u * 9, v * 4, 2) * 0.006) * 27
    const flint =
      smoothstep(0.1, 0.03, Math.abs(bed - Math.round(bed))) *
      smoothstep(0, 0.3, noise.at(u * 11, Math.round(bed) * 3.7))
    const light = clamp(0.68 + folds + grit * 0.2 - flint * 0.16 - 0.16 * bell(u, a * 0.36, 0.03))
    const base = ramp('#4a4a5e', '#8a8494', '#cdbda6', '#f4e7cb', '#fffaf0')(light)
    const moss =
      u < a * 0.3
        ? smoothstep(0.29, 0.25, v + grit * 0.04)
        : smoothstep(0.07, 0.0, v - top(u) + grit * 0.06 + folds * 0.03)
    const wet = smoothstep(0.05, 0, foot(u) - v)
    return mix(
      mix(base, scale(mix(hex('#4f6b34'), hex('#b0b35c'), clamp(0.5 + grit + folds)), 0.9), moss * 0.95),
      hex('#4a4d42'),
      wet * 0.7,
    )
  }
  const cliffs = r.layer()
  cliffs.shade((u, v) => {
    const main = u > a * 0.355 + noise.fbm(v * 8, 6, 3) * 0.03 && v > top(u) && v < foot(u) && !inArch(u, v)
    return main || needle(u, v) ? rock(u, v) : null
  })
  mirrored.over(cliffs.flipped(0.56), 0.9)
  drawSwell(r, noise, {
    horizon,
    tall: 0.16,
    long: 1.3,
    deep: hex('#114a58'),
    shallow: hex('#3f9a90'),
    sky: (t) => mix(hex('#7fb0cf'), hex('#e6e4d6'), t),
    foam: 0.3,
    foamColour: hex('#fdf8ee'),
    sunAt: a * 0.1,
    glitter: scale(hex('#fff0cc'), 0.7),
  })
  const lay = r.layer()
  drawWater(lay, mirrored, noise, {
    horizon,
    deep: hex('#15505c'),
    swell: 0.09,
    grain: 15,
    mirror: 0.6,
    mask: (u, v) => (v > horizon ? 0.62 * smoothstep(a * 0.1, a * 0.4, u) * smoothstep(1, 0.6, v) : 0),
  })
  r.over(lay)
  for (const [x, y, l] of [
    [0.1, 0.5, 0.075],
    [0.3, 0.485, 0.05],
    [0.17, 0.475, 0.03],
    [0.05, 0.47, 0.025],
  ] as const) {
    drawSailboat(
      r,
      { at: [a * x, y], long: l, hull: hex('#4a2a22'), haze: hex('#c9dbe2'), far: 0.2, side: -1 },
      hex('#fff6e2'),
      hex('#8f9cb4'),
      0.04,
    )
  }
  r.over(cliffs)
  for (let u = a * 0.19; u < a; u += 0.0016) {
    if (u > a * 0.29 && u < a * 0.37) continue
    const v = u < a * 0.3 ? 0.54 : foot(u)
    dab(r, [u, v + random.bell() * 0.006], [0.007, 0.0034], hex('#fffaf0'), { alpha: 0.42, soft: 0.9 })
  }
  fill(
    r,
    [
      [a + 0.1, 1.1],
      [a * 0.55, 1.1],
      [a * 0.72, 0.97],
      [a * 0.88, 0.885],
      [a + 0.1, 0.85],
    ],
    (u, v) => {
      const pebble = noise.cell(u * 46, v * 60)
      return scale(mix(hex('#6f675c'), hex('#e4d6bc'), clamp(0.5 + noise.at(u * 46, v * 60))), 1.15 - pebble * 0.8)
    },
  )
}, 1.06)
