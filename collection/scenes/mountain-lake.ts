import { add, hex, mix, type Rgb, ramp, scale } from '@/collection/drawing/colour'
import { fir } from '@/collection/drawing/fir'
import { clamp, smoothstep } from '@/collection/drawing/maths'
import { type Easel, scene } from '@/collection/drawing/scene'
import { drawSky } from '@/collection/drawing/sky'
import { unit } from '@/collection/drawing/solids'
import { dab } from '@/collection/drawing/strokes'
import { drawTerrain } from '@/collection/drawing/terrain'
import { drawWater } from '@/collection/drawing/water'

/** A lake under high peaks in the first sun; the mountains lie in the water. */
export const mountainLake = scene(({ r, random, noise, a }) => {
  const horizon = 0.56
  drawSky(r, noise, {
    horizon,
    colours: ramp('#3d6ba8', '#7ea6cc', '#d3d3d6', '#f9d6ac'),
    sun: { at: [a * 0.04, 0.36], colour: hex('#ffd49a'), size: 0.001, glow: 0.7 },
    clouds: { cover: 0.42, grain: 0.9, lit: hex('#ffe6cc'), shade: hex('#8d98b8'), soft: 0.4, flat: 0.9 },
  })
  const sun = unit([-0.85, 0.42, -0.3])
  const height = (x: number, z: number): number => {
    const far = smoothstep(16, 46, z)
    const valley = 1 - 0.82 * Math.exp(-(((x + 2 - (z - 20) * 0.05) / (3 + z * 0.09)) ** 2))
    const peaks = noise.ridged(x * 0.034 + 2.3, z * 0.034 + 1.7, 7) ** 1.5 * 25
    const foothills = noise.fbm(x * 0.11, z * 0.11, 5) * 2.2 + 1.1
    return (peaks * far + foothills * smoothstep(13, 26, z)) * valley - 0.7 + noise.fbm(x * 0.9, z * 0.9, 3) * 0.15
  }
  drawTerrain(r, {
    height,
    eye: { x: 0, y: 1.6, horizon, focal: 1.05 },
    near: 12,
    far: 130,
    step: 0.0035,
    shadows: 26,
    sun,
    colour: ({ x, y, z, normal, sun: lit, away }) => {
      const grain = noise.fbm(x * 1.6, z * 1.6 + y, 4)
      const rock = mix(hex('#5a5661'), hex('#b29a86'), clamp(0.45 + grain * 0.9))
      const wood = mix(hex('#17291f'), hex('#4c5f33'), clamp(0.45 + noise.fbm(x * 3.2, z * 3.2, 3) * 1.1))
      const snowLine =
        smoothstep(6.5, 9.5, y + grain * 3 + noise.fbm(x * 0.4, z * 0.4, 3) * 2.5) *
        smoothstep(0.38, 0.62, normal[1] + grain * 0.2)
      const ground = mix(
        mix(wood, rock, smoothstep(2.4, 5.2, y + grain * 2 - normal[1] * 0.8)),
        hex('#eef1f7'),
        snowLine,
      )
      const light = add(scale(hex('#ffd9ac'), lit * 1.75), mix(hex('#2f4163'), hex('#6d86ae'), clamp(normal[1])), 0.62)
      const colour: Rgb = [ground[0] * light[0], ground[1] * light[1], ground[2] * light[2]]
      const mist = 0.24 * Math.exp(-Math.max(0, y) * 0.7) * smoothstep(18, 50, away)
      return mix(
        colour,
        mix(hex('#a9b8d0'), hex('#f6d5b4'), smoothstep(10, -30, x)),
        clamp(1 - Math.exp(-away * 0.0085) + mist),
      )
    },
  })
  const shore = horizon + 0.018
  const mirrored = r.flipped(shore, true)
  drawWater(r, mirrored, noise, {
    horizon: horizon - 0.02,
    shore,
    deep: hex('#123642'),
    swell: 0.022,
    grain: 14,
    mirror: 0.62,
    stretch: 3,
  })
  for (let i = 0; i < 90; i++) {
    const v = shore + 0.006 + random.next() ** 2 * 0.09
    dab(r, [random.range(0, a), v], [random.range(0.05, 0.25), 0.0013], hex('#cfe0ee'), { alpha: 0.2, soft: 1 })
  }
  shoreStones({ r, random, noise, a })
  const green = ramp('#0a1512', '#1a3026', '#35502f', '#6f7c3f', '#d6b860')
  for (const [x, v, t] of [
    [0.965, 1.02, 0.6],
    [0.9, 0.98, 0.42],
    [0.84, 0.96, 0.3],
    [1.0, 0.95, 0.5],
    [0.03, 0.97, 0.34],
    [-0.005, 1.0, 0.48],
    [0.07, 0.95, 0.22],
  ] as const) {
    fir(r, random, [a * x, v], t, green, -1)
  }
}, 1.08)

const shoreStones = ({ r, random, noise, a }: Easel): void => {
  const edge = (u: number): number =>
    0.965 - 0.1 * smoothstep(a * 0.6, a, u) - 0.07 * smoothstep(a * 0.2, 0, u) + noise.fbm(u * 3, 5, 3) * 0.03
  r.shade((u, v) => {
    const under = v - edge(u)
    if (under < 0) return null
    const grass = noise.fbm(u * 26, v * 40, 4)
    return mix(hex('#2c2f22'), mix(hex('#6d6a38'), hex('#c9a45c'), clamp(0.4 + grass)), clamp(0.35 + grass + under * 2))
  }, 0.75)
  for (let i = 0; i < 420; i++) {
    const u = random.range(0, a)
    const t = random.next()
    const v = edge(u) - 0.022 * (1 - t) + t * 0.05
    const size = 0.004 + 0.014 * random.next() ** 3 + t * 0.006
    const tone = random.range(0.7, 1.2)
    dab(r, [u, v + size * 0.4], [size * 1.05, size * 0.6], hex('#1d2226'), { soft: 0.25 })
    dab(r, [u, v], [size, size * 0.62], scale(hex('#6f7078'), tone), { soft: 0.18 })
    dab(r, [u - size * 0.3, v - size * 0.24], [size * 0.6, size * 0.28], scale(hex('#e0c9ac'), tone * 0.9), {
      soft: 0.6,
    })
  }
}
