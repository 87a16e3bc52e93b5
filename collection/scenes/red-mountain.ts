import { add, hex, mix, type Rgb, ramp, scale } from '@/collection/drawing/colour'
import { fir } from '@/collection/drawing/fir'
import { clamp, lerp, smoothstep } from '@/collection/drawing/maths'
import { scene } from '@/collection/drawing/scene'
import { unit } from '@/collection/drawing/solids'
import { drawTerrain } from '@/collection/drawing/terrain'

/** A single red mountain under rows of small clouds, forest at its foot. */
export const redMountain = scene(({ r, random, noise, a }) => {
  const horizon = 0.83
  const blue = ramp('#1c3f74', '#2c67a0', '#6ba3c4', '#c3d7cf', '#f1e0be')
  r.shade((u, v) => {
    const away = 1 / (1.02 - v)
    const x = (u + 0.4 * away) * 1.4 * away
    const rows = Math.sin(away * 9.5 + noise.fbm(x * 0.5, away, 3) * 3.4 + u * 2)
    const flecks = noise.fbm(x * 3.4 + 2, away * 9, 4)
    const bank = smoothstep(-0.12, 0.35, noise.fbm(x * 0.4 + 1.5, away * 1.1, 3) + 0.04)
    const cover = smoothstep(0.02, 0.5, rows * 0.42 + flecks * 0.9) * bank
    return mix(blue(v / horizon), mix(hex('#f7f3e6'), hex('#ffd8b4'), v), cover * 0.9)
  })
  const peak = { x: 5.2, z: 44 }
  const height = (x: number, z: number): number => {
    const d = Math.sqrt((x - peak.x) ** 2 + ((z - peak.z) * 0.9) ** 2)
    const turn = Math.atan2(x - peak.x, z - peak.z)
    const rill = noise.ridged(turn * 5 + noise.fbm(x * 0.1, z * 0.1, 2), d * 0.05 + 2, 4) - 0.5
    const cone = 19.5 * Math.exp(-d / 10.5) - (d < 1.6 ? (1.6 - d) * 0.9 : 0)
    return cone + rill * cone * 0.13 * smoothstep(0.5, 4, d) + noise.fbm(x * 0.35, z * 0.35, 4) * 0.5 - 0.4
  }
  drawTerrain(r, {
    height,
    eye: { x: 0, y: 2.2, horizon, focal: 1.5 },
    near: 5,
    far: 60,
    step: 0.003,
    shadows: 12,
    sun: unit([0.78, 0.4, -0.55]),
    colour: ({ x, y, z, sun: lit, away }) => {
      const grain = noise.fbm(x * 1.9, z * 1.9 + y * 2, 4)
      const turn = Math.atan2(x - peak.x, z - peak.z)
      const streak = noise.fbm(turn * 22, y * 0.25, 4)
      const red = mix(hex('#6d2118'), hex('#d4593a'), clamp(0.45 + grain * 0.6 + streak * 0.5))
      const wood = mix(hex('#14301f'), hex('#5f8040'), clamp(0.45 + noise.fbm(x * 4, z * 4, 3)))
      const line = smoothstep(2.9, 6.2, y + grain * 2.4 + streak * 2.2)
      const snow = smoothstep(13.4, 15.6, y + streak * 5.5)
      const ground = mix(mix(wood, red, line), hex('#f3efe8'), snow)
      const light = add(scale(hex('#ffe0b4'), lit * 1.3), hex('#5f6f98'), 0.42)
      const colour: Rgb = [ground[0] * light[0], ground[1] * light[1], ground[2] * light[2]]
      const mist =
        0.6 *
        Math.exp(-(((y - 2.2) / 1.2) ** 2)) *
        smoothstep(18, 34, away) *
        clamp(0.5 + noise.fbm(x * 0.2, z * 0.1 + y * 0.4, 3) * 1.4)
      return mix(colour, hex('#dfe0d4'), clamp(1 - Math.exp(-away * 0.0055) + mist))
    },
  })
  const green = ramp('#0c1c18', '#1b3a2a', '#35603a', '#6f8f48', '#cdc26a')
  for (let i = 0; i < 130; i++) {
    const t = i / 130
    const v = lerp(0.85, 1.07, t ** 1.2) + random.bell() * 0.008
    fir(
      r,
      random,
      [random.range(-0.02, a + 0.02), v],
      lerp(0.045, 0.17, t) * random.range(0.8, 1.2),
      (k) => mix(green(k), hex('#b9c4b4'), 0.34 * (1 - t)),
      1,
    )
  }
}, 1.04)
