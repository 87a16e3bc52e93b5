import { hex, mix, type Rgb, ramp } from '@/collection/drawing/colour'
import { drawPerson } from '@/collection/drawing/figures'
import { drawCrown, drawTrunk } from '@/collection/drawing/foliage'
import { clamp, lerp, smoothstep } from '@/collection/drawing/maths'
import { scene } from '@/collection/drawing/scene'
import { drawSky } from '@/collection/drawing/sky'
import { dab } from '@/collection/drawing/strokes'

/** An avenue of plane trees in autumn, sunlight lying across the road. */
export const autumnAvenue = scene((easel) => {
  const { r, random, noise, a } = easel
  const horizon = 0.54
  const end = a * 0.5
  drawSky(r, noise, {
    horizon: horizon + 0.03,
    colours: ramp('#86a9c8', '#c6d2d2', '#f4e2b8', '#ffe3a0'),
    sun: { at: [end, 0.42], colour: hex('#ffdc98'), size: 0.001, glow: 0.8 },
    clouds: { cover: 0.5, grain: 1.1, lit: hex('#fff6e2'), shade: hex('#b8b6c0'), soft: 0.6, flat: 0.6 },
  })
  const fire = ramp('#2c1c18', '#6e2f1a', '#b8541e', '#e58f2a', '#f8c74e', '#fff0a8')
  r.shade((u, v) => {
    const down = v - horizon
    const away = 0.16 / (down + 0.012)
    const x = (u - end) * away * 6
    const road = Math.abs(x) < 1.02 + noise.at(away * 3, 2) * 0.06
    const shadow = smoothstep(-0.05, 0.16, noise.fbm(x * 0.7 + away * 0.5, away * 3.3, 4))
    const leaf = noise.fbm(x * 14, away * 40, 3)
    const stone = ramp('#5a4a5a', '#94806f', '#d8bb8c', '#ffe9b8')(clamp(0.28 + shadow * 0.5 + leaf * 0.25))
    const verge = mix(
      fire(clamp(0.3 + shadow * 0.4 + leaf * 0.5)),
      hex('#7f8440'),
      smoothstep(0.1, 0.4, noise.fbm(x * 2, away * 8, 3)) * 0.6,
    )
    const colour = road
      ? mix(
          stone,
          fire(0.4 + shadow * 0.3),
          smoothstep(0.28, 0.45, leaf + 0.25 * smoothstep(0.5, 1, Math.abs(x))) * 0.8,
        )
      : verge
    return mix(colour, hex('#f8d9a0'), Math.exp(-down * 17) * 0.7)
  }, horizon)
  for (let k = 13; k >= 0; k--) {
    const away = 1 + k * 0.85
    const far = clamp(k / 15)
    const air = hex('#f2d09a')
    for (const side of [-1, 1]) {
      const u = end + (side * 0.5) / away
      const foot = horizon + 0.36 / away
      const tall = 0.98 / away
      const bark = mix(hex('#4a3a34'), air, far * 0.8)
      drawTrunk(r, random, [u, foot], [u - side * 0.02 * tall, foot - tall * 0.72], 0.085 / away, bark, 6)
      dab(r, [u, foot], [0.1 / away, 0.016 / away], mix(hex('#3a2420'), air, far), { alpha: 0.6, soft: 0.9 })
      const tint = (t: number): Rgb => mix(fire(t), air, far * 0.75)
      drawCrown(r, random, {
        at: [u - side * 0.1 * tall, foot - tall * 0.83],
        radius: [0.42 / away, 0.36 / away],
        count: Math.round(lerp(5200, 900, far)),
        clumps: Math.round(lerp(34, 12, far)),
        leaf: 0.0048 + 0.012 / away,
        tint,
        light: [-side * 0.5, 0.15, -0.25],
        lift: 0.08,
        clump: 0.3,
      })
    }
    if (k === 5) {
      drawPerson(r, {
        at: [end + 0.026, horizon + 0.072],
        tall: 0.115,
        coat: hex('#4a2c3a'),
        legs: hex('#231a26'),
        skin: hex('#c09078'),
        hat: hex('#2c2030'),
        side: -1,
        pace: 0.03,
        skirt: true,
      })
      drawPerson(r, {
        at: [end - 0.022, horizon + 0.07],
        tall: 0.125,
        coat: hex('#2c3448'),
        legs: hex('#1a1c2a'),
        skin: hex('#c09078'),
        hat: hex('#20222e'),
        side: 1,
        pace: 0.06,
      })
    }
  }
  for (let i = 0; i < 380; i++) {
    const t = random.next() ** 1.5
    const size = 0.002 + t * 0.007
    dab(r, [random.range(0, a), lerp(horizon + 0.04, 1, t)], [size, size * 0.42], fire(random.range(0.4, 0.9)), {
      angle: random.bell() * 0.5,
      soft: 0.2,
    })
  }
}, 1.06)
