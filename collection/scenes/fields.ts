import { add, hex, mix, type Rgb, ramp, scale, times } from '@/collection/drawing/colour'
import { drawCypress } from '@/collection/drawing/cypress'
import { drawPerson } from '@/collection/drawing/figures'
import { drawCrown, drawLeaves, drawTrunk } from '@/collection/drawing/foliage'
import { drawGrass } from '@/collection/drawing/grass'
import { bell, clamp, lerp, smoothstep } from '@/collection/drawing/maths'
import type { Random } from '@/collection/drawing/random'
import type { Raster } from '@/collection/drawing/raster'
import { type Easel, scene } from '@/collection/drawing/scene'
import { drawSky } from '@/collection/drawing/sky'
import { curve, dab, fill, type Point, stroke } from '@/collection/drawing/strokes'

const WHEAT = ramp('#5a3f14', '#96691c', '#cf9a2c', '#efc658', '#fff0b0')
const OLIVE = ramp('#18261c', '#37502f', '#65804a', '#a5b06a', '#dcdca6')
const HILL = ramp('#20365e', '#3a5f8a', '#6a93aa', '#a9c2b4')

/** Rolling hills along the horizon, bluer the farther they are. */
const hills = (
  { r, noise, a }: Easel,
  horizon: number,
  rows: { lift: number; rough: number; tone: number; air: Rgb; far: number }[],
): void => {
  rows.forEach((row, k) => {
    const edge = (u: number): number =>
      horizon -
      row.lift * (0.55 + noise.fbm(u * row.rough + k * 31, k * 7, 5) * 1.3) -
      row.lift * 0.4 * smoothstep(0, a, u)
    r.shade(
      (u, v) => {
        const under = v - edge(u)
        if (under < 0) return null
        const relief = noise.fbm(u * 9 + v * 6, v * 26 - u * 4 + k * 5, 5)
        const light = clamp(row.tone + relief * 0.8 - under * 1.1 + (edge(u - 0.012) - edge(u + 0.012)) * 6)
        return mix(HILL(light), row.air, row.far)
      },
      horizon - row.lift * 1.6,
      horizon + 0.04,
    )
  })
}

/** Wheat under cypresses, clouds rolling over blue hills. */
export const wheatCypress = scene((easel) => {
  const { r, random, noise, a } = easel
  const horizon = 0.54
  drawRollingSky(easel, horizon)
  hills(easel, horizon, [
    { lift: 0.17, rough: 1.1, tone: 0.62, air: hex('#b4cfdc'), far: 0.42 },
    { lift: 0.1, rough: 1.6, tone: 0.5, air: hex('#a3c0c8'), far: 0.2 },
  ])
  for (let i = 0; i < 60; i++) {
    const u = (a * i) / 59 + random.bell() * 0.02
    drawCrown(r, random, {
      at: [u, horizon + 0.005 + random.bell() * 0.012],
      radius: [random.range(0.03, 0.06), random.range(0.02, 0.045)],
      count: 330,
      clumps: 7,
      leaf: 0.0055,
      tint: OLIVE,
      light: [-0.5, -0.7, 0.4],
      lift: random.bell() * 0.06,
    })
  }
  const edge = (u: number): number => 0.575 + 0.05 * smoothstep(0.1 * a, a * 0.9, u) + noise.fbm(u * 2.1, 9, 3) * 0.03
  r.shade(
    (u, v) => (v > edge(u) ? mix(WHEAT(0.42 + noise.fbm(u * 5, v * 16, 4) * 0.5), hex('#b9832a'), 0.3) : null),
    0.5,
  )
  drawGrass(r, random, noise, { edge, horizon: 0.48, tall: 0.2, density: 95, tint: WHEAT, wind: 0.32, bottom: 1.08 })
  const dark = ramp('#0b1a14', '#1c3a22', '#3c5f2c', '#7d8a3c', '#c4b758')
  drawBush(r, random, [a * 0.07, 0.74], 0.14)
  drawBush(r, random, [a * 0.56, 0.645], 0.075)
  drawCypress(r, random, [a * 0.85, 0.83], 0.85, dark, -1)
  drawCypress(r, random, [a * 0.755, 0.8], 0.52, dark, -1)
  for (let i = 0; i < 420; i++) {
    const u = a * 0.8 + random.bell() * 0.11
    const v = 0.84 + random.bell() * 0.018
    curve(
      r,
      [
        [u, v + 0.03],
        [u + 0.006, v - 0.02],
        [u + 0.03, v - random.range(0.03, 0.08)],
      ],
      [0.006, 0.002],
      WHEAT(0.25),
      WHEAT(random.range(0.4, 0.9)),
    )
  }
  poppies({ r, random, noise, a }, 150, 0.8, hex('#d8331f'))
}, 1.08)

/** A sky of rolled clouds that move as one. */
const drawRollingSky = ({ r, noise }: Easel, horizon: number): void => {
  r.shade(
    (u, v) => {
      const bend = noise.fbm(u * 0.9, v * 1.4, 3)
      const x = u * 1.5 + bend * 1.1 + v * 0.9
      const y = v * 3.1 - u * 0.45 + bend * 1.6
      const roll = noise.fbm(x, y, 6, 0.52)
      const light = noise.fbm(x - 0.1, y - 0.22, 5, 0.52)
      const cover = smoothstep(-0.14, 0.2, roll + 0.05)
      const blue = ramp('#2a62a8', '#4f8fc6', '#94c3d6', '#d7e6d4')(v / horizon + noise.at(u * 3, v * 9) * 0.06)
      const cloud = ramp('#7f9cc4', '#b9cbdc', '#f1efe2', '#fffdf4')(clamp(0.6 + (roll - light) * 2.4))
      return mix(blue, cloud, cover * 0.92)
    },
    0,
    horizon + 0.05,
  )
}

const drawBush = (r: Raster, random: Random, at: Point, size: number): void => {
  drawCrown(r, random, {
    at,
    radius: [size, size * 0.62],
    count: Math.round(9000 * size),
    clumps: 14,
    leaf: size * 0.07,
    tint: OLIVE,
    light: [-0.5, -0.7, 0.4],
  })
}

/** Poppies scattered over a meadow, smaller with distance. */
const poppies = ({ r, random, noise, a }: Easel, count: number, from: number, colour: Rgb): void => {
  const places = Array.from({ length: count }, () => lerp(from, 1.02, random.next() ** 0.8)).sort((x, y) => x - y)
  for (const v of places) {
    const u = random.range(0, a)
    if (noise.fbm(u * 3, v * 5, 2) < random.range(-0.5, 0.2)) continue
    const size = 0.0035 + 0.024 * (v - from) * random.range(0.6, 1.4)
    stroke(r, [u, v], [u + random.bell() * size, v + size * 3], [size * 0.2, size * 0.15], hex('#43602c'))
    for (let k = 0; k < 5; k++) {
      const at: Point = [u + random.bell() * size * 0.45, v + random.bell() * size * 0.3]
      dab(r, at, [size * 0.75, size * 0.5], scale(colour, random.range(0.55, 1.35)), {
        angle: random.range(0, 3),
        soft: 0.35,
      })
    }
    dab(r, [u, v + size * 0.1], [size * 0.2, size * 0.16], hex('#241018'))
  }
}

/** Haystacks in late sun, their blue shadows long on the stubble. */
export const haystacks = scene((easel) => {
  const { r, random, noise, a } = easel
  const horizon = 0.42
  drawSky(r, noise, {
    horizon: horizon + 0.05,
    colours: ramp('#7896c0', '#b4b8cf', '#efc9ac', '#ffdf9c'),
    sun: { at: [a * 1.02, 0.27], colour: hex('#ffc46a'), size: 0.001, glow: 0.95 },
    clouds: { cover: 0.5, grain: 1, lit: hex('#ffe2bd'), shade: hex('#9893b4'), soft: 0.55, flat: 0.7 },
  })
  hills(easel, horizon + 0.02, [{ lift: 0.1, rough: 1.3, tone: 0.6, air: hex('#e2bfa8'), far: 0.55 }])
  const trees = ramp('#2a3a50', '#4a5e5e', '#7f8058', '#c4a45c', '#f2d48a')
  for (let i = 0; i < 46; i++) {
    const u = (a * i) / 45 + random.bell() * 0.02
    drawCrown(r, random, {
      at: [u, horizon - 0.006 + random.bell() * 0.01],
      radius: [random.range(0.02, 0.045), random.range(0.02, 0.05)],
      count: 260,
      clumps: 7,
      leaf: 0.005,
      tint: (t) => mix(trees(t), hex('#d9b8a8'), 0.3),
      light: [0.75, -0.5, 0.2],
    })
  }
  const stacks = [
    { u: a * 0.34, v: 0.8, s: 0.3 },
    { u: a * 0.69, v: 0.6, s: 0.15 },
    { u: a * 0.87, v: 0.5, s: 0.07 },
  ]
  const shade = (u: number, v: number): number => {
    let dark = 0
    for (const k of stacks) {
      const along = (k.u - u) / (k.s * 2.7)
      const across = (v - k.v - along * k.s * 0.34) / (k.s * 0.17 * (1 - along * 0.45))
      if (along > -0.16 && along < 1)
        dark = Math.max(dark, smoothstep(1.15, 0.8, Math.abs(across)) * smoothstep(1, 0.8, along))
    }
    return dark
  }
  const stubble = ramp('#7a5f48', '#b58f52', '#dfb766', '#f6da90', '#fff1c4')
  const blue: Rgb = [0.36, 0.42, 0.72]
  r.shade((u, v) => {
    const away = 1 / (v - horizon + 0.04)
    const rows = noise.fbm((u - a / 2) * away * 0.8 + 2, away * 5, 4)
    const fine = noise.fbm(u * 60, v * 90, 3)
    const colour = mix(stubble(clamp(0.55 + rows * 0.5 + fine * 0.3)), hex('#d98f80'), clamp(rows * 0.8) * 0.4)
    return mix(colour, times(colour, blue), shade(u, v) * 0.9)
  }, horizon)
  for (let v = horizon + 0.02; v < 1.03; v += 0.004 + (v - horizon) * 0.006) {
    const size = (v - horizon) * 0.03 + 0.002
    for (let u = random.range(0, 0.02); u < a; u += size * random.range(0.5, 1.6)) {
      const dark = shade(u, v)
      const c = stubble(clamp(0.55 + random.bell() * 0.22))
      const tone = mix(c, times(c, blue), dark * 0.9)
      stroke(
        r,
        [u, v],
        [u + random.bell() * size * 0.5, v - size * random.range(0.4, 1)],
        [size * 0.14, size * 0.06],
        scale(tone, 0.6),
        tone,
      )
    }
  }
  for (const k of [...stacks].reverse()) haystack(r, random, [k.u, k.v], k.s, k.s < 0.2 ? 0.28 - k.s : 0.03)
}, 1.05)

const haystack = (r: Raster, random: Random, [u, v]: Point, s: number, far: number): void => {
  const air = hex('#ecc39c')
  const straw = ramp('#3a2a4c', '#7b4a4a', '#c0793c', '#f0b350', '#fff0b4')
  const width = (t: number): number =>
    t < 0.48 ? 0.47 + 0.07 * Math.sin((t / 0.48) * 2.4) : 0.56 * (1 - (t - 0.48) / 0.52) ** 0.82
  const straws = Array.from({ length: 7000 }, () => ({ t: random.next(), x: random.range(-1, 1) })).sort(
    (p, q) => p.t - q.t,
  )
  for (const { t, x } of straws) {
    const w = width(t) * s
    const lit = clamp(
      0.4 + 0.5 * Math.sin(x * 1.45) + random.bell() * 0.12 + (t > 0.48 ? 0.1 : -0.06) - bell(t, 0.46, 0.035) * 0.35,
    )
    const at: Point = [u + x * w, v - t * s * 0.86 + (1 - x * x) * s * 0.055]
    const long = s * random.range(0.03, 0.075)
    const slope = t > 0.48 ? x * 0.75 : x * 0.1
    const c = mix(straw(lit), air, far)
    stroke(
      r,
      at,
      [at[0] + slope * long + random.bell() * long * 0.25, at[1] + long],
      [s * 0.012, s * 0.005],
      c,
      mix(straw(lit * 0.8), air, far),
    )
  }
}

/** Sunflowers by the thousand turned to the morning, a farm beyond. */
export const sunflowers = scene((easel) => {
  const { r, random, noise, a } = easel
  const horizon = 0.36
  drawSky(r, noise, {
    horizon: horizon + 0.04,
    colours: ramp('#2f6fb4', '#69a5d4', '#b5d4da', '#f3ead0'),
    sun: { at: [-0.2, 0.05], colour: hex('#fff0c4'), size: 0.001, glow: 0.3 },
    clouds: { cover: 0.66, grain: 1.1, lit: hex('#fffaf0'), shade: hex('#8fa6c6'), soft: 0.34, flat: 0.7 },
  })
  hills(easel, horizon + 0.01, [
    { lift: 0.12, rough: 1.2, tone: 0.6, air: hex('#b8cfd8'), far: 0.5 },
    { lift: 0.06, rough: 1.9, tone: 0.5, air: hex('#a9c4a8'), far: 0.25 },
  ])
  farmhouse(r, random, [a * 0.72, horizon + 0.004], 0.13)
  for (let i = 0; i < 5; i++)
    drawCypress(
      r,
      random,
      [a * (0.6 + i * 0.03) + random.bell() * 0.006, horizon + 0.008],
      random.range(0.1, 0.16),
      ramp('#142a20', '#2c4a2c', '#5e7038', '#a6a052'),
      -1,
    )
  for (const u of [0.06, 0.2, 0.93])
    drawCrown(r, random, {
      at: [a * u, horizon - 0.03],
      radius: [0.07, 0.05],
      count: 900,
      clumps: 14,
      leaf: 0.006,
      tint: OLIVE,
      light: [-0.6, -0.6, 0.4],
    })
  const leaf = ramp('#12240f', '#2c4a1c', '#547a2c', '#94ab48', '#d5d888')
  r.shade((u, v) => leaf(0.3 + noise.fbm(u * 14, v * 30, 4) * 0.4), horizon + 0.01)
  for (let v = horizon + 0.014; v < 1.13; ) {
    const near = v - horizon
    const size = 0.0028 + near * 0.085
    for (let u = random.range(-size, size); u < a + size; u += size * random.range(1.3, 2.1)) {
      const at: Point = [u + random.bell() * size * 0.2, v + random.bell() * size * 0.5]
      if (size > 0.012) {
        for (let k = 0; k < 5; k++) {
          const lay: Point = [at[0] + random.bell() * size, at[1] + size * random.range(0.7, 2.2)]
          dab(r, lay, [size * 0.75, size * 0.36], leaf(clamp(0.4 + random.bell() * 0.2)), {
            angle: random.bell() * 0.7,
            soft: 0.2,
          })
        }
      } else dab(r, [at[0], at[1] + size], [size, size * 0.7], leaf(0.4 + random.bell() * 0.15))
      sunflower(r, random, at, size * random.range(0.75, 1.1))
    }
    v += Math.max(0.004, size * 0.72)
  }
}, 1.05)

/** One head: two rings of petals foreshortened by its turn, a dark seeded heart. */
const sunflower = (r: Raster, random: Random, [u, v]: Point, size: number): void => {
  const petal = ramp('#8a4a0c', '#d98a12', '#f7bd20', '#ffe35c', '#fff6b4')
  const turn = random.bell() * 0.4 - 0.35
  const squash = Math.cos(turn)
  const tip = random.range(0.86, 1)
  const petals = size < 0.009 ? 9 : 17
  for (let ring = 0; ring < (size < 0.009 ? 1 : 2); ring++) {
    for (let i = 0; i < petals; i++) {
      const angle = ((i + ring * 0.5 + random.bell() * 0.12) / petals) * Math.PI * 2
      const at: Point = [u + Math.cos(angle) * size * 0.68 * squash, v + Math.sin(angle) * size * 0.68 * tip]
      const tone = clamp(0.56 - 0.2 * Math.cos(angle) - 0.24 * Math.sin(angle) + ring * 0.1 + random.bell() * 0.1)
      dab(r, at, [size * 0.36, size * 0.135], petal(tone), {
        angle: Math.atan2(Math.sin(angle) * tip, Math.cos(angle) * squash),
        soft: 0.25,
      })
    }
  }
  dab(r, [u, v], [size * 0.46 * squash, size * 0.46 * tip], hex('#4a2a10'), { soft: 0.18 })
  dab(r, [u + size * 0.05, v + size * 0.05], [size * 0.3 * squash, size * 0.3 * tip], hex('#1f120c'), { soft: 0.7 })
  if (size < 0.02) return
  for (let i = 0; i < 50; i++) {
    const angle = i * 2.4
    const reach = Math.sqrt(i / 50) * size * 0.42
    dab(
      r,
      [u + Math.cos(angle) * reach * squash, v + Math.sin(angle) * reach * tip],
      [size * 0.035, size * 0.03],
      hex(i % 3 ? '#7a4a1a' : '#c08430'),
    )
  }
}

const farmhouse = (r: Raster, random: Random, [u, v]: Point, w: number): void => {
  const wall = (x: number, from: number, to: number): Rgb =>
    mix(hex('#f6e2bd'), hex('#9d8b93'), smoothstep(from, to, x))
  fill(
    r,
    [
      [u, v],
      [u, v - w * 0.36],
      [u + w, v - w * 0.36],
      [u + w, v],
    ],
    (x, y) => scale(wall(x, u + w * 0.5, u + w * 1.2), 0.95 + 0.1 * Math.sin(x * 900) * Math.sin(y * 700)),
  )
  fill(
    r,
    [
      [u - w * 0.04, v - w * 0.34],
      [u + w * 0.1, v - w * 0.54],
      [u + w * 0.92, v - w * 0.54],
      [u + w * 1.04, v - w * 0.34],
    ],
    (x, y) => mix(hex('#b4553a'), hex('#dc8a5a'), 0.5 + 0.5 * Math.sin(x * 700 + y * 300)),
  )
  fill(
    r,
    [
      [u + w, v],
      [u + w, v - w * 0.24],
      [u + w * 1.5, v - w * 0.24],
      [u + w * 1.5, v],
    ],
    (x) => wall(x, u + w * 0.8, u + w * 1.5),
  )
  fill(
    r,
    [
      [u + w * 0.98, v - w * 0.23],
      [u + w * 1.06, v - w * 0.36],
      [u + w * 1.46, v - w * 0.36],
      [u + w * 1.54, v - w * 0.23],
    ],
    hex('#a44c36'),
  )
  for (const x of [0.16, 0.42, 0.7, 1.22]) {
    dab(r, [u + w * x, v - w * 0.18], [w * 0.035, w * 0.06], hex('#3e4a5c'), { soft: 0.1 })
    dab(r, [u + w * (x + 0.05), v - w * 0.18], [w * 0.016, w * 0.06], hex('#5f86a0'), { soft: 0.1 })
  }
  stroke(r, [u + w * 0.7, v - w * 0.5], [u + w * 0.7, v - w * 0.64], [w * 0.06, w * 0.06], hex('#a8604a'))
  drawLeaves(r, random, {
    at: [u - w * 0.05, v - w * 0.06],
    radius: [w * 0.2, w * 0.12],
    count: 160,
    leaf: w * 0.03,
    tint: OLIVE,
    light: [-0.5, -0.7, 0.3],
  })
}

/** A meadow red with poppies; a woman with a parasol and a child come down the slope. */
export const poppyMeadow = scene((easel) => {
  const { r, random, noise, a } = easel
  const horizon = 0.4
  drawSky(r, noise, {
    horizon: horizon + 0.04,
    colours: ramp('#4a86c4', '#86b4d8', '#c6dbe0', '#f1ead6'),
    sun: { at: [-0.3, 0.1], colour: hex('#fff1cc'), size: 0.001, glow: 0.3 },
    clouds: { cover: 0.8, grain: 1.15, lit: hex('#ffffff'), shade: hex('#8c9fbe'), soft: 0.34, flat: 0.6 },
  })
  hills(easel, horizon, [{ lift: 0.07, rough: 1.4, tone: 0.55, air: hex('#b8cbd6'), far: 0.5 }])
  const wood = ramp('#12241c', '#28452c', '#4b6c3a', '#86984e', '#c9cc86')
  for (let i = 0; i < 40; i++) {
    const u = (a * i) / 39 + random.bell() * 0.02
    const tall = 0.035 + 0.05 * (0.5 + noise.at(i * 0.4, 3)) + 0.07 * bell(u, a * 0.18, 0.22)
    drawCrown(r, random, {
      at: [u, horizon + 0.02 - tall * 0.7],
      radius: [0.05, tall],
      count: 520,
      clumps: 10,
      leaf: 0.0055,
      tint: wood,
      light: [-0.6, -0.6, 0.4],
    })
  }
  const edge = (u: number): number =>
    0.425 + 0.13 * smoothstep(a * 0.2, a, u) * smoothstep(a * 1.4, a * 0.5, u) + noise.fbm(u * 2, 4, 3) * 0.02
  const meadow = ramp('#24401e', '#4a6a2c', '#7f9440', '#b9b864', '#ece2a4')
  r.shade(() => meadow(0.5), horizon + 0.03, 0.6)
  r.shade((u, v) => (v > edge(u) ? meadow(0.45 + noise.fbm(u * 6, v * 20, 4) * 0.5) : null), 0.4)
  drawGrass(r, random, noise, { edge, horizon: 0.34, tall: 0.105, density: 130, tint: meadow, wind: 0.22 })
  const rows = Array.from({ length: 3600 }, () => lerp(0.43, 1.04, random.next() ** 1.15)).sort((x, y) => x - y)
  for (const v of rows) {
    const u = random.range(0, a)
    const away = 1 / (v - 0.33)
    const drift = noise.fbm((u - a * 0.5) * away * 0.5 + 6, away * 1.3, 3) + 0.14 - 0.3 * smoothstep(a * 0.55, a, u)
    if (v < edge(u) + 0.006 || drift < random.range(-0.12, 0.2)) continue
    const size = 0.0016 + 0.016 * (v - 0.4) * random.range(0.6, 1.4)
    for (let k = 0; k < 3; k++)
      dab(
        r,
        [u + random.bell() * size * 0.4, v + random.bell() * size * 0.25],
        [size * 0.8, size * 0.5],
        scale(hex('#e2361f'), random.range(0.5, 1.4)),
        { angle: random.range(0, 3), soft: 0.35 },
      )
    if (size > 0.006) dab(r, [u, v], [size * 0.2, size * 0.15], hex('#2a1018'))
  }
  parasolLady(r, [a * 0.64, 0.755], 0.3)
  drawPerson(r, {
    at: [a * 0.74, 0.765],
    tall: 0.17,
    coat: hex('#5a7fb0'),
    legs: hex('#33405a'),
    skin: hex('#d9a888'),
    hat: hex('#e9d49a'),
    side: -1,
    pace: 0.06,
    skirt: true,
  })
  parasolLady(r, [a * 0.3, 0.505], 0.085)
  drawGrass(r, random, noise, {
    edge: (u) => 0.735 + 0.02 * Math.abs(u - a * 0.68),
    horizon: 0.34,
    tall: 0.1,
    density: 60,
    tint: meadow,
    wind: 0.22,
    bottom: 0.79,
    where: (u) => bell(u, a * 0.69, 0.16),
  })
}, 1.06)

const parasolLady = (r: Raster, [u, v]: Point, tall: number): void => {
  drawPerson(r, {
    at: [u, v],
    tall,
    coat: hex('#e6e2ea'),
    legs: hex('#8a86a0'),
    skin: hex('#d9a888'),
    hat: hex('#c9a45a'),
    side: -1,
    pace: 0.03,
    skirt: true,
  })
  const top: Point = [u + tall * 0.16, v - tall * 1.2]
  stroke(r, [u + tall * 0.12, v - tall * 0.5], top, [tall * 0.015, tall * 0.012], hex('#5a4030'))
  for (let i = 0; i < 7; i++) {
    const from = -1 + (2 * i) / 7
    const to = -1 + (2 * (i + 1)) / 7
    const rim = (x: number): Point => [
      top[0] + x * tall * 0.34,
      top[1] + tall * (0.2 - 0.08 * (1 - x * x)) + x * tall * 0.05,
    ]
    const tone = mix(hex('#fff8e0'), hex('#7c96b4'), clamp(0.15 + (i / 6) * 0.85))
    const arch: Point = [top[0] + ((from + to) / 2) * tall * 0.22, top[1] + tall * 0.035]
    fill(r, [top, [arch[0] - tall * 0.04, arch[1]], rim(from), rim(to), [arch[0] + tall * 0.04, arch[1]]], (_x, y) =>
      add(scale(tone, 0.9), hex('#e9d8a0'), clamp((y - top[1]) / tall) * 0.4),
    )
  }
}

/** An avenue of plane trees in autumn, sunlight lying across the road. */
export const autumnAvenue = scene((easel) => {
  const { r, random, noise, a } = easel
  const horizon = 0.54
  const end = a * 0.5
  drawSky(r, noise, {
    horizon: horizon + 0.03,
    colours: ramp('#86a9c8', '#c6d2d2', '#f4e2b8', '#ffe3a0'),
    sun: { at: [end, 0.42], colour: hex('#ffdc98'), size: 0.001, glow: 0.8 },
    clouds: { cover: 0.5, grain: 1.1, lit: hex('#fff6e2'), shade: hex('#b8b6c0'), soft: 0.6, flat: 0.6 },
  })
  const fire = ramp('#2c1c18', '#6e2f1a', '#b8541e', '#e58f2a', '#f8c74e', '#fff0a8')
  r.shade((u, v) => {
    const down = v - horizon
    const away = 0.16 / (down + 0.012)
    const x = (u - end) * away * 6
    const road = Math.abs(x) < 1.02 + noise.at(away * 3, 2) * 0.06
    const shadow = smoothstep(-0.05, 0.16, noise.fbm(x * 0.7 + away * 0.5, away * 3.3, 4))
    const leaf = noise.fbm(x * 14, away * 40, 3)
    const stone = ramp('#5a4a5a', '#94806f', '#d8bb8c', '#ffe9b8')(clamp(0.28 + shadow * 0.5 + leaf * 0.25))
    const verge = mix(
      fire(clamp(0.3 + shadow * 0.4 + leaf * 0.5)),
      hex('#7f8440'),
      smoothstep(0.1, 0.4, noise.fbm(x * 2, away * 8, 3)) * 0.6,
    )
    const colour = road
      ? mix(
          stone,
          fire(0.4 + shadow * 0.3),
          smoothstep(0.28, 0.45, leaf + 0.25 * smoothstep(0.5, 1, Math.abs(x))) * 0.8,
        )
      : verge
    return mix(colour, hex('#f8d9a0'), Math.exp(-down * 17) * 0.7)
  }, horizon)
  for (let k = 13; k >= 0; k--) {
    const away = 1 + k * 0.85
    const far = clamp(k / 15)
    const air = hex('#f2d09a')
    for (const side of [-1, 1]) {
      const u = end + (side * 0.5) / away
      const foot = horizon + 0.36 / away
      const tall = 0.98 / away
      const bark = mix(hex('#4a3a34'), air, far * 0.8)
      drawTrunk(r, random, [u, foot], [u - side * 0.02 * tall, foot - tall * 0.72], 0.085 / away, bark, 6)
      dab(r, [u, foot], [0.1 / away, 0.016 / away], mix(hex('#3a2420'), air, far), { alpha: 0.6, soft: 0.9 })
      const tint = (t: number): Rgb => mix(fire(t), air, far * 0.75)
      drawCrown(r, random, {
        at: [u - side * 0.1 * tall, foot - tall * 0.83],
        radius: [0.42 / away, 0.36 / away],
        count: Math.round(lerp(5200, 900, far)),
        clumps: Math.round(lerp(34, 12, far)),
        leaf: 0.0048 + 0.012 / away,
        tint,
        light: [-side * 0.5, 0.15, -0.25],
        lift: 0.08,
        clump: 0.3,
      })
    }
    if (k === 5) {
      drawPerson(r, {
        at: [end + 0.026, horizon + 0.072],
        tall: 0.115,
        coat: hex('#4a2c3a'),
        legs: hex('#231a26'),
        skin: hex('#c09078'),
        hat: hex('#2c2030'),
        side: -1,
        pace: 0.03,
        skirt: true,
      })
      drawPerson(r, {
        at: [end - 0.022, horizon + 0.07],
        tall: 0.125,
        coat: hex('#2c3448'),
        legs: hex('#1a1c2a'),
        skin: hex('#c09078'),
        hat: hex('#20222e'),
        side: 1,
        pace: 0.06,
      })
    }
  }
  for (let i = 0; i < 380; i++) {
    const t = random.next() ** 1.5
    const size = 0.002 + t * 0.007
    dab(r, [random.range(0, a), lerp(horizon + 0.04, 1, t)], [size, size * 0.42], fire(random.range(0.4, 0.9)), {
      angle: random.bell() * 0.5,
      soft: 0.2,
    })
  }
}, 1.06)
