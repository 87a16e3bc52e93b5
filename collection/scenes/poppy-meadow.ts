import { add, hex, mix, ramp, scale } from '@/collection/drawing/colour'
import { hills } from '@/collection/drawing/countryside'
import { drawPerson } from '@/collection/drawing/figures'
import { drawCrown } from '@/collection/drawing/foliage'
import { drawGrass } from '@/collection/drawing/grass'
import { bell, clamp, lerp, smoothstep } from '@/collection/drawing/maths'
import type { Raster } from '@/collection/drawing/raster'
import { scene } from '@/collection/drawing/scene'
import { drawSky } from '@/collection/drawing/sky'
import { dab, fill, type Point, stroke } from '@/collection/drawing/strokes'

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
