import { hex, mix, ramp } from '@/collection/drawing/colour'
import { drawCrown, drawLeaves, drawTrunk } from '@/collection/drawing/foliage'
import { padIslands, willowCurtain } from '@/collection/drawing/lilies'
import { lerp, smoothstep } from '@/collection/drawing/maths'
import type { Random } from '@/collection/drawing/random'
import type { Raster } from '@/collection/drawing/raster'
import { scene } from '@/collection/drawing/scene'
import { drawSky } from '@/collection/drawing/sky'
import { curve, type Point, stroke } from '@/collection/drawing/strokes'
import { drawWater } from '@/collection/drawing/water'

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
