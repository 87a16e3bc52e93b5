import { hex, mix, type Rgb, ramp, scale, times } from '@/collection/drawing/colour'
import { hills } from '@/collection/drawing/countryside'
import { drawCrown } from '@/collection/drawing/foliage'
import { bell, clamp, smoothstep } from '@/collection/drawing/maths'
import type { Random } from '@/collection/drawing/random'
import type { Raster } from '@/collection/drawing/raster'
import { scene } from '@/collection/drawing/scene'
import { drawSky } from '@/collection/drawing/sky'
import { type Point, stroke } from '@/collection/drawing/strokes'

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
