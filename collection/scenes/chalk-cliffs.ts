import { drawSailboat } from '@/collection/drawing/boats'
import { hex, mix, type Rgb, ramp, scale } from '@/collection/drawing/colour'
import { bell, clamp, lerp, smoothstep } from '@/collection/drawing/maths'
import { scene } from '@/collection/drawing/scene'
import { drawSky } from '@/collection/drawing/sky'
import { dab, fill } from '@/collection/drawing/strokes'
import { drawSwell } from '@/collection/drawing/swell'
import { drawWater } from '@/collection/drawing/water'

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
