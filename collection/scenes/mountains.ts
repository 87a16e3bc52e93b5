import { add, hex, mix, type Rgb, ramp, scale } from '@/collection/drawing/colour'
import { drawPerson } from '@/collection/drawing/figures'
import { drawLeaves } from '@/collection/drawing/foliage'
import { clamp, lerp, smoothstep } from '@/collection/drawing/maths'
import type { Random } from '@/collection/drawing/random'
import type { Raster } from '@/collection/drawing/raster'
import { type Easel, scene } from '@/collection/drawing/scene'
import { drawSky, glowAt } from '@/collection/drawing/sky'
import { unit } from '@/collection/drawing/solids'
import { curve, dab, fill, type Point, stroke } from '@/collection/drawing/strokes'
import { drawTerrain } from '@/collection/drawing/terrain'
import { drawWater } from '@/collection/drawing/water'

/** A fir: tiers of drooping boughs, lit from one side. */
const fir = (
  r: Raster,
  random: Random,
  [u, v]: Point,
  tall: number,
  tint: (t: number) => Rgb,
  side: number,
  snow?: Rgb,
): void => {
  stroke(r, [u, v], [u, v - tall], [tall * 0.035, tall * 0.006], tint(0.1))
  const tiers = 26
  for (let i = 0; i < tiers; i++) {
    const t = i / tiers
    const y = v - tall * (0.08 + 0.9 * t)
    const wide = tall * 0.2 * (1 - t) ** 0.85 * random.range(0.8, 1.15)
    for (let k = 0; k < 18; k++) {
      const x = random.range(-1, 1)
      const tone = clamp(0.32 + 0.32 * x * side + random.bell() * 0.12)
      const at: Point = [u + x * wide, y + Math.abs(x) * wide * 0.42]
      dab(r, at, [tall * 0.036, tall * 0.016], tint(tone), { angle: x * 0.7, soft: 0.45 })
      if (snow && random.next() < 0.5)
        dab(r, [at[0], at[1] - tall * 0.01], [tall * 0.03, tall * 0.009], scale(snow, 0.6 + tone * 0.9), {
          angle: x * 0.7,
          soft: 0.5,
        })
    }
  }
}

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

/** A village road under snow at dusk, lamps just lit. */
export const snowRoad = scene(({ r, random, noise, a }) => {
  const horizon = 0.45
  drawSky(r, noise, {
    horizon: horizon + 0.04,
    colours: ramp('#3b4a72', '#6a6f98', '#b78fa0', '#f0b48a'),
    sun: { at: [a * 0.47, 0.43], colour: hex('#ffb070'), size: 0.001, glow: 0.55 },
    clouds: { cover: 0.6, grain: 1.1, lit: hex('#e0a8a4'), shade: hex('#505a80'), soft: 0.55, flat: 0.6 },
  })
  for (let i = 0; i < 60; i++) {
    const u = random.range(0, a)
    const tall = random.range(0.03, 0.085)
    fir(
      r,
      random,
      [u, horizon + 0.015],
      tall,
      (t) => mix(ramp('#1e2c44', '#4a5878', '#8e8fa6')(t), hex('#c79a98'), 0.38),
      1,
    )
  }
  const middle = (v: number): number => a * 0.47 + Math.sin((v - horizon) * 5.5) * 0.1 * (v - horizon) * 2.2
  r.shade((u, v) => {
    const down = v - horizon
    const away = 1 / (down + 0.03)
    const drift = noise.fbm(u * 3 * Math.min(away, 8) * 0.5, away * 2.4, 5)
    const fine = noise.fbm(u * 50, v * 110, 3)
    const lit = clamp(0.5 + drift * 0.75 + fine * 0.12)
    let snow = ramp('#4f5f8e', '#8f9cc2', '#cfd0e2', '#fbe9e0')(lit * 0.85 + 0.1)
    const across = Math.abs(u - middle(v)) / (0.02 + down * 0.4)
    const ruts = smoothstep(0.12, 0.02, Math.abs(Math.abs(across) - 0.42)) * clamp(0.55 + fine * 1.3)
    snow = mix(snow, ramp('#4a506e', '#8c8894', '#c2aea6')(lit), smoothstep(1.05, 0.85, across) * 0.42 + ruts * 0.4)
    const glow = Math.exp(-(((u - a * 0.47) / 0.28) ** 2)) * Math.exp(-down * 3.2)
    return add(snow, hex('#ff9f66'), glow * 0.24)
  }, horizon)
  for (const [u, v, w, s] of [
    [a * 0.3, 0.5, 0.11, 1],
    [a * 0.62, 0.492, 0.1, -1],
    [a * 0.19, 0.545, 0.17, 1],
    [a * 0.745, 0.54, 0.17, -1],
    [a * 0.035, 0.66, 0.34, 1],
    [a * 0.93, 0.65, 0.32, -1],
  ] as const) {
    cottage(r, random, [u, v], w, s)
  }
  for (const [x, v, t] of [
    [0.335, 0.62, 0.42],
    [0.72, 0.7, 0.55],
    [0.1, 0.86, 0.8],
  ] as const)
    bareTree(r, random, [a * x, v], t)
  drawPerson(r, {
    at: [middle(0.72) + 0.02, 0.74],
    tall: 0.17,
    coat: hex('#3a2f46'),
    legs: hex('#1c1a2a'),
    skin: hex('#b08878'),
    hat: hex('#5a2f34'),
    side: 1,
    pace: 0.1,
  })
  drawPerson(r, {
    at: [middle(0.58), 0.575],
    tall: 0.085,
    coat: hex('#5a3d44'),
    legs: hex('#262438'),
    skin: hex('#b08878'),
    hat: hex('#2c2a3c'),
    side: 1,
    pace: 0.08,
  })
  for (let i = 0; i < 1100; i++) {
    const s = random.range(0.0009, 0.0034)
    dab(r, [random.range(0, a), random.range(0, 1)], [s, s], hex('#fdf6f4'), {
      alpha: random.range(0.25, 0.75),
      soft: 0.8,
    })
  }
}, 1.12)

const cottage = (r: Raster, random: Random, [u, v]: Point, w: number, side: number): void => {
  const [l, q, tall] = [u - w / 2, u + w / 2, w * 0.42]
  const wall = random.pick([hex('#8a6f68'), hex('#a08474'), hex('#74687c')])
  fill(
    r,
    [
      [l, v],
      [l, v - tall],
      [q, v - tall],
      [q, v],
    ],
    (x, y) =>
      scale(mix(wall, hex('#5a5878'), clamp(0.5 - side * ((x - u) / w))), 0.9 + 0.12 * Math.sin(((y * 300) / w) * 0.3)),
  )
  const ridge = v - tall - w * 0.34
  const eave = v - tall + w * 0.045
  fill(
    r,
    [
      [l - w * 0.07, eave],
      [l + w * 0.14, ridge],
      [q - w * 0.14, ridge],
      [q + w * 0.07, eave],
    ],
    (x, y) => mix(hex('#f0e2e6'), hex('#8f98c4'), clamp(0.35 - side * ((x - u) / w) * 0.9 + (y - ridge) / w)),
  )
  stroke(r, [l - w * 0.07, eave], [q + w * 0.07, eave], [w * 0.035, w * 0.035], hex('#6a719c'))
  stroke(r, [u + w * 0.2, ridge + w * 0.04], [u + w * 0.2, ridge - w * 0.14], [w * 0.09, w * 0.09], hex('#6a4c4c'))
  dab(r, [u + w * 0.2, ridge - w * 0.17], [w * 0.07, w * 0.03], hex('#f3e8ec'))
  for (let i = 0; i < 16; i++)
    dab(
      r,
      [u + w * (0.2 + i * 0.025) + random.bell() * w * 0.02, ridge - w * (0.2 + i * 0.04)],
      [w * (0.03 + i * 0.007), w * (0.025 + i * 0.005)],
      hex('#b9a0b0'),
      { alpha: 0.16, soft: 1 },
    )
  for (const k of [-0.28, 0.02, 0.3]) {
    const [x, y] = [u + k * w, v - tall * 0.55]
    const on = k !== 0.02 || random.next() < 0.7
    fill(
      r,
      [
        [x - w * 0.055, y + w * 0.09],
        [x - w * 0.055, y - w * 0.07],
        [x + w * 0.055, y - w * 0.07],
        [x + w * 0.055, y + w * 0.09],
      ],
      on ? scale(hex('#ffb84e'), 1.5) : hex('#3a3c54'),
    )
    stroke(r, [x, y - w * 0.07], [x, y + w * 0.09], [w * 0.012, w * 0.012], hex('#3a2c2c'))
    if (on) {
      glowAt(r, [x, y], w * 0.035, scale(hex('#ff9a3c'), 0.35))
      dab(r, [x, v + w * 0.07], [w * 0.13, w * 0.05], hex('#ffbf74'), { alpha: 0.4, soft: 1 })
    }
  }
  for (let i = 0; i < 22; i++)
    dab(
      r,
      [random.range(l - 0.01, q + 0.01), v + random.bell() * w * 0.012],
      [w * 0.07, w * 0.03],
      mix(hex('#c9cce4'), hex('#8d98c2'), random.next()),
      { soft: 0.7 },
    )
}

const bareTree = (r: Raster, random: Random, base: Point, tall: number): void => {
  const bough = (from: Point, angle: number, long: number, width: number, depth: number): void => {
    const bend = random.bell() * 0.22
    const to: Point = [from[0] + Math.sin(angle) * long, from[1] - Math.cos(angle) * long]
    const mid: Point = [(from[0] + to[0]) / 2 + bend * long * 0.3, (from[1] + to[1]) / 2]
    curve(r, [from, mid, to], [width, width * 0.62], hex('#2c2632'), hex('#3c3440'))
    if (depth < 4)
      curve(
        r,
        [
          [from[0] - width * 0.2, from[1] - width * 0.3],
          [mid[0], mid[1] - width * 0.3],
          [to[0], to[1] - width * 0.3],
        ],
        [width * 0.35, width * 0.25],
        hex('#e3dcec'),
        hex('#c9c4dc'),
        0.75,
      )
    if (depth === 0) return
    const forks = depth > 3 ? 3 : 2
    for (let i = 0; i < forks; i++) {
      const turn = angle + (i - (forks - 1) / 2) * random.range(0.5, 0.95) + random.bell() * 0.16
      bough(to, turn, long * random.range(0.62, 0.82), width * 0.6, depth - 1)
    }
  }
  bough(base, random.bell() * 0.05, tall * 0.3, tall * 0.045, 6)
}

/** Birches in October: white stems, gold leaves, light falling between them. */
export const birchWood = scene(({ r, random, noise, a }) => {
  const horizon = 0.5
  const gold = ramp('#2c2a1e', '#6b4e22', '#b8822c', '#e9b840', '#fbe48c', '#fff6c8')
  r.shade((u, v) => {
    const glow = Math.exp(-(((u - a * 0.58) / 0.34) ** 2 + ((v - 0.38) / 0.34) ** 2))
    const leaf = noise.fbm(u * 9, v * 9, 5) * 0.5 + noise.fbm(u * 32, v * 32, 3) * 0.3
    return mix(
      ramp('#44553c', '#8a8a4e', '#d8b65c', '#fff0b8')(clamp(0.25 + glow * 0.65 + leaf * 0.55)),
      hex('#bcd0d8'),
      smoothstep(0.1, 0.4, leaf) * 0.4 * smoothstep(0.5, 0.1, v),
    )
  })
  const far = Array.from({ length: 64 }, () => random.next() ** 0.8).sort((x, y) => x - y)
  let floor = false
  for (const t of far) {
    if (!floor && t > 0.22) {
      floor = true
      birchFloor({ r, random, noise, a }, horizon, gold)
    }
    const v = lerp(horizon + 0.03, 1.06, t ** 1.7)
    const wide = lerp(0.006, 0.075, t ** 2.1)
    const u = t > 0.8 ? random.pick([0.04, 0.13, 0.3, 0.86, 0.97]) * a + random.bell() * 0.02 : random.range(0, a)
    birch({ r, random, noise, a }, [u, v], wide, t)
    if (t < 0.85)
      drawLeaves(r, random, {
        at: [u + random.bell() * 0.05, random.range(0.02, 0.34)],
        radius: [0.1, 0.09],
        count: 130,
        leaf: lerp(0.004, 0.009, t),
        tint: gold,
        light: [0.4, -0.6, 0.4],
        lift: 0.1,
      })
  }
  for (let i = 0; i < 10; i++)
    drawLeaves(r, random, {
      at: [random.range(0, a), random.range(-0.02, 0.13)],
      radius: [0.14, 0.07],
      count: 170,
      leaf: 0.0095,
      tint: gold,
      light: [0.3, 0.6, 0.4],
      lift: 0.12,
    })
}, 1.08)

const birchFloor = ({ r, random, noise, a }: Easel, horizon: number, gold: (t: number) => Rgb): void => {
  r.shade((u, v) => {
    const down = v - horizon
    const away = 1 / (down + 0.05)
    const patch = noise.fbm((u - a / 2) * away * 0.9, away * 2.4, 4)
    const streak = smoothstep(0.1, 0.4, noise.fbm((u - a * 0.58) * away * 1.6 - down * 3, away * 0.5 + 4, 3))
    const tone = clamp(0.42 + patch * 0.6 + streak * 0.35 - down * 0.18 + noise.fbm(u * 60, v * 90, 3) * 0.22)
    return mix(gold(tone), hex('#5d6a34'), smoothstep(0.1, -0.3, patch) * 0.5)
  }, horizon + 0.02)
  for (let v = horizon + 0.03; v < 1.02; v += 0.006) {
    for (let i = 0; i < 26; i++) {
      const size = 0.003 + (v - horizon) * 0.013
      dab(
        r,
        [random.range(0, a), v + random.bell() * 0.006],
        [size, size * 0.4],
        gold(clamp(0.5 + random.bell() * 0.22)),
        { angle: random.bell() * 0.6, soft: 0.3 },
      )
    }
  }
}

const birch = ({ r, random, noise, a }: Easel, [u, v]: Point, wide: number, t: number): void => {
  const lean = random.bell() * 0.03
  const middle = (y: number): number => u + lean * (v - y) + noise.at(y * 2.2 + u * 30, u * 7) * 0.008
  const half = (y: number): number =>
    (wide / 2) * (0.72 + 0.35 * smoothstep(v - 0.6, v, y) + 0.3 * smoothstep(v - 0.05, v + 0.01, y))
  const haze = mix(hex('#d8c47c'), hex('#f5e6b0'), 0.4)
  const seed = random.range(0, 99)
  for (let y = 0; y < Math.min(r.height, Math.ceil(v * r.height)); y++) {
    const py = (y + 0.5) / r.height
    const [c, w] = [middle(py), half(py)]
    for (let x = Math.floor((c - w) * r.height); x <= (c + w) * r.height; x++) {
      const s = ((x + 0.5) / r.height - c) / w
      if (Math.abs(s) > 1.2) continue
      const round = Math.sqrt(Math.max(0, 1 - s * s))
      const bark = noise.fbm(s * 1.2 + seed, ((py * 9) / wide) * 0.045, 3)
      const scar = smoothstep(
        0.25,
        0.5,
        noise.at(s * 0.8 + seed, (py * 1.5) / wide) + noise.at(s * 4 + seed, py * 30) * 0.22,
      )
      const lit = clamp(0.34 + 0.5 * s * (u < a * 0.58 ? 1 : -1) + 0.24 * round + bark * 0.2)
      const white = ramp('#4c5064', '#9a98a4', '#e2d9c6', '#fffaea')(lit)
      const colour = mix(mix(white, hex('#2a2626'), scar * 0.85), haze, (1 - t) ** 1.6 * 0.75)
      r.blend(x, y, colour, clamp((1 - Math.abs(s)) * w * r.height + 0.5))
    }
  }
  dab(r, [u - wide * 0.5, v + wide * 0.12], [wide * 1.9, wide * 0.3], hex('#3a2c18'), { alpha: 0.55, soft: 0.9 })
}
