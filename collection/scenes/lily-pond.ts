import { hex, mix, ramp } from '@/collection/drawing/colour'
import { drawLeaves } from '@/collection/drawing/foliage'
import { padIslands, WILLOW, willowCurtain } from '@/collection/drawing/lilies'
import { smoothstep } from '@/collection/drawing/maths'
import { scene } from '@/collection/drawing/scene'
import type { Point } from '@/collection/drawing/strokes'
import { drawWater } from '@/collection/drawing/water'

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
