import { hex, mix, type Rgb, ramp, scale } from '@/collection/drawing/colour'
import { drawCrown, drawLeaves, drawTrunk } from '@/collection/drawing/foliage'
import { clamp, lerp, smoothstep } from '@/collection/drawing/maths'
import type { Random } from '@/collection/drawing/random'
import type { Raster } from '@/collection/drawing/raster'
import { type Easel, scene } from '@/collection/drawing/scene'
import { drawSky } from '@/collection/drawing/sky'
import { curve, dab, type Point, stroke } from '@/collection/drawing/strokes'
import { drawWater } from '@/collection/drawing/water'

const PAD = ramp('#16301f', '#2f5a34', '#5f8f4e', '#a3c27a', '#d9e3b4')
const WILLOW = ramp('#0c1f1a', '#1f4030', '#3f6b3c', '#7f9a4a', '#c9cf7c')
const BLOSSOMS = ['#f6d6dc', '#f2a9bd', '#fff3e6', '#ee7f9f', '#f9e7a8'] as const

/** A blossom: a cup of petals around a yellow heart, brighter towards the light. */
const blossom = (r: Raster, random: Random, [u, v]: Point, size: number, colour: Rgb): void => {
  dab(r, [u, v + size * 0.75], [size * 1.1, size * 0.3], hex('#14261f'), { alpha: 0.6 })
  for (let ring = 0; ring < 3; ring++) {
    const petals = 9 - ring * 2
    for (let i = 0; i < petals; i++) {
      const angle = Math.PI + (Math.PI * (i + 0.5)) / petals + random.bell() * 0.08
      const reach = size * (0.75 - ring * 0.18)
      const at: Point = [u + Math.cos(angle) * reach * 0.9, v + Math.sin(angle) * reach * 0.55 + ring * size * 0.06]
      const tone = 0.72 + 0.35 * Math.sin(angle + 3.6) + random.bell() * 0.08
      dab(r, at, [size * 0.52, size * 0.2], scale(colour, clamp(tone + ring * 0.12, 0.35, 1.25)), { angle, soft: 0.35 })
    }
  }
  dab(r, [u, v - size * 0.12], [size * 0.22, size * 0.16], hex('#f2c544'))
}

/** A floating leaf: an ellipse tilted by perspective with a light rim and a notch. */
const pad = (r: Raster, random: Random, [u, v]: Point, size: number, squash: number, tone: number): void => {
  const h = size * squash
  dab(r, [u, v + h * 0.28], [size * 1.03, h * 1.08], hex('#0b1c1c'), { alpha: 0.55, soft: 0.3 })
  dab(r, [u, v], [size, h], PAD(tone), { soft: 0.12 })
  dab(r, [u - size * 0.15, v - h * 0.2], [size * 0.72, h * 0.6], PAD(tone + 0.16), { soft: 0.9, alpha: 0.8 })
  const turn = random.range(0, Math.PI * 2)
  const rim: Point = [u + Math.cos(turn) * size * 0.95, v + Math.sin(turn) * h * 0.95]
  stroke(r, [u, v], rim, [size * 0.02, size * 0.16], PAD(tone * 0.4), PAD(tone * 0.3), 0.8)
  for (let i = 0; i < 5; i++) {
    const a = turn + 0.7 + i * 1.05
    const vein: Point = [u + Math.cos(a) * size * 0.8, v + Math.sin(a) * h * 0.8]
    stroke(r, [u, v], vein, [size * 0.03, size * 0.01], PAD(tone + 0.28), PAD(tone + 0.2), 0.45)
  }
}

/** Islands of pads in perspective: far ones small and flat, near ones large. */
const padIslands = (
  { r, random, noise, a }: Easel,
  top: number,
  horizon: number,
  plenty: number,
  blooms: number,
): void => {
  for (let v = top; v < 1.04; v += 0.0042 + (v - horizon) * 0.004) {
    const size = 0.034 * (v - horizon) * random.range(0.85, 1.15)
    const squash = clamp(0.16 + (v - horizon) * 0.28, 0.16, 0.5)
    for (let u = random.range(-size, size); u < a + size; u += size * random.range(1.1, 2.1)) {
      const away = 1 / (v - horizon)
      const island = noise.fbm((u - a / 2) * away * 1.05 + 3, away * 3.1, 3) + plenty
      if (island < random.range(0, 0.22)) continue
      const at: Point = [u + random.bell() * size * 0.3, v + random.bell() * size * squash * 0.4]
      pad(
        r,
        random,
        at,
        size * random.range(0.6, 1.15),
        squash,
        clamp(0.42 + random.bell() * 0.14 + noise.at(u * 3, v * 3) * 0.15, 0.12, 0.85),
      )
      if (random.next() < blooms) {
        blossom(r, random, [at[0], at[1] - size * 0.2], size * random.range(0.5, 0.78), hex(random.pick(BLOSSOMS)))
      }
    }
  }
}

/** Hanging branches of a willow from the upper edge, drawn as long curved strands of narrow leaves. */
const willowCurtain = (
  r: Raster,
  random: Random,
  from: number,
  to: number,
  drop: number,
  strands: number,
  top = -0.05,
): void => {
  for (let i = 0; i < strands; i++) {
    const depth = i / strands
    const u = random.range(from, to)
    const long = drop * random.range(0.45, 1)
    const sway = random.bell() * 0.03
    const tone = lerp(0.12, 0.62, depth) + random.bell() * 0.12
    curve(
      r,
      [
        [u, top],
        [u + sway, top + long * 0.5],
        [u + sway * 2.2, top + long],
      ],
      [0.0026, 0.001],
      WILLOW(tone * 0.7),
      WILLOW(tone),
    )
    for (let t = 0.15; t < 1; t += 0.028) {
      const at: Point = [u + sway * 2.2 * t * t + random.bell() * 0.005, top + long * t]
      dab(r, at, [0.011, 0.0028], WILLOW(tone + random.bell() * 0.12), {
        angle: Math.PI / 2 + random.bell() * 0.5,
        soft: 0.4,
        alpha: 0.85,
      })
    }
  }
}

/** Water lilies seen from the bank: the sky lies in the pond, rosy with evening. */
export const lilyPond = scene((easel) => {
  const { r, random, noise, a } = easel
  const horizon = -0.42
  const sky = ramp('#20365a', '#4a6ea6', '#86a6cf', '#d9b9cf', '#f6d3b3', '#cfd9e6', '#7fa2c9', '#44688f', '#24445f')
  r.shade((u, v) => {
    const cloud = noise.fbm(u * 1.5 + noise.fbm(u * 2, v * 2, 3), v * 1.3 + 7, 5)
    return mix(sky(v + noise.at(u * 1.1, v) * 0.06), hex('#fbe3d2'), smoothstep(0.02, 0.45, cloud) * 0.75)
  })
  for (const [x, wide, drop] of [
    [0.02, 0.36, 0.74],
    [0.5, 0.2, 0.26],
    [a - 0.12, 0.34, 0.5],
  ] as const) {
    for (let i = 0; i < 26; i++) {
      const at: Point = [x * 1 + random.bell() * wide * 0.45, random.range(-0.05, drop)]
      drawLeaves(r, random, {
        at,
        radius: [0.07, 0.1],
        count: 160,
        leaf: 0.016,
        tint: WILLOW,
        light: [0.5, 0.5, 0.5],
        lift: -0.12 + at[1] * 0.12,
        angle: Math.PI / 2,
      })
    }
  }
  const mirrored = r.layer()
  mirrored.over(r)
  drawWater(r, mirrored, noise, { horizon, shore: 0, deep: hex('#14363c'), swell: 0.05, grain: 17, mirror: 0.74 })
  padIslands(easel, 0.03, horizon, -0.02, 0.075)
  willowCurtain(r, random, a * 0.72, a + 0.05, 0.34, 46)
}, 1.12)

/** A green footbridge over the pond, willows behind, lilies in front. */
export const footbridge = scene((easel) => {
  const { r, random, noise, a } = easel
  const horizon = 0.36
  const shore = 0.5
  drawSky(r, noise, {
    horizon: shore,
    colours: ramp('#8fb4d6', '#c6d9df', '#f3ecc8'),
    clouds: { cover: 0.45, grain: 1.4, lit: hex('#fff7e2'), shade: hex('#b5bfce'), soft: 0.5, flat: 0 },
  })
  const light = [-0.55, -0.7, 0.4] as const
  const green = ramp('#0f2418', '#24472b', '#4a7838', '#93ad4c', '#e6e08a')
  const blue = ramp('#1d3a3c', '#3b6660', '#7da08a', '#bccb9d', '#eef0c4')
  for (let i = 0; i < 16; i++) {
    const at: Point = [(a * (i + 0.5)) / 16 + random.bell() * 0.03, (i % 2 ? 0.42 : 0.27) + random.bell() * 0.04]
    drawCrown(r, random, {
      at,
      radius: [0.13, random.range(0.16, 0.24)],
      count: 1500,
      clumps: 14,
      leaf: 0.008,
      tint: blue,
      light,
    })
  }
  for (const u of [0.06, a * 0.34, a * 0.68, a - 0.05]) {
    drawTrunk(r, random, [u, 0.5], [u + random.bell() * 0.03, 0.16], 0.022, hex('#3a2c22'))
    drawCrown(r, random, {
      at: [u, 0.2],
      radius: [0.19, 0.22],
      count: 5600,
      clumps: 26,
      leaf: 0.0068,
      tint: green,
      light,
    })
  }
  for (let u = -0.02; u < a; u += 0.035) {
    drawLeaves(r, random, {
      at: [u, shore - 0.025 + random.bell() * 0.01],
      radius: [0.05, 0.04],
      count: 190,
      leaf: 0.007,
      tint: green,
      light,
      angle: -1.2,
      lift: random.bell() * 0.08,
    })
  }
  const mirrored = r.flipped(shore, true)
  const bridge = r.layer()
  drawBridge(bridge, random, a)
  mirrored.over(bridge.flipped(0.535))
  mirrored.adjust((c, _u, v) => mix(c, hex('#9fb9c4'), smoothstep(0.8, 1, v) * 0.7))
  drawWater(r, mirrored, noise, { horizon, shore, deep: hex('#16332c'), swell: 0.035, grain: 15, mirror: 0.72 })
  r.over(bridge)
  padIslands(easel, 0.6, horizon, -0.03, 0.06)
  willowCurtain(r, random, -0.04, a * 0.24, 0.52, 70)
  for (let i = 0; i < 700; i++) {
    const u = i % 2 ? random.range(-0.02, 0.2) : random.range(a - 0.26, a + 0.02)
    const edge = i % 2 ? 0.2 - u : u - (a - 0.26)
    const long = 0.06 + edge * random.range(0.3, 1.1)
    const tone = random.range(0.2, 0.9)
    curve(
      r,
      [
        [u, 1.02],
        [u + random.bell() * 0.01, 1.02 - long * 0.6],
        [u + random.bell() * 0.05, 1.02 - long],
      ],
      [0.005, 0.001],
      green(tone * 0.5),
      green(tone),
    )
  }
}, 1.1)

const drawBridge = (r: Raster, random: Random, a: number): void => {
  const deck = (t: number): Point => [lerp(-0.02, a + 0.02, t), 0.535 - 0.15 * Math.sin(Math.PI * t)]
  const rail = ramp('#173428', '#2f6a58', '#62a58c', '#cfe6cf')
  const line = (lift: number, width: number, tone: number, from = 0, to = 1): void => {
    for (let i = 0; i < 40; i++) {
      const t0 = lerp(from, to, i / 40)
      const t1 = lerp(from, to, (i + 1) / 40)
      const [p, q] = [deck(t0), deck(t1)]
      stroke(r, [p[0], p[1] - lift], [q[0], q[1] - lift], [width, width], rail(tone + random.bell() * 0.05))
    }
  }
  for (let i = 0; i <= 22; i++) {
    const [u, v] = deck(i / 22)
    stroke(r, [u, v - 0.085], [u, v + 0.006], [0.007, 0.007], rail(0.5), rail(0.2))
    stroke(r, [u - 0.002, v - 0.085], [u - 0.002, v], [0.002, 0.002], rail(0.95))
  }
  line(-0.008, 0.024, 0.12)
  line(0.004, 0.008, 0.78)
  line(0.045, 0.005, 0.6)
  line(0.086, 0.012, 0.42)
  line(0.09, 0.005, 0.95)
  for (const t of [0.16, 0.84]) {
    const [u, v] = deck(t)
    stroke(r, [u, v], [u, 0.56], [0.016, 0.018], rail(0.2), rail(0.05))
  }
}
