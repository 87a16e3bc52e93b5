import { hex, mix, ramp, scale } from '@/collection/drawing/colour'
import { drawPerson } from '@/collection/drawing/figures'
import { clamp, smoothstep } from '@/collection/drawing/maths'
import type { Raster } from '@/collection/drawing/raster'
import { scene } from '@/collection/drawing/scene'
import { drawSky } from '@/collection/drawing/sky'
import { curve, dab, type Point, stroke } from '@/collection/drawing/strokes'
import { drawWater } from '@/collection/drawing/water'

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
