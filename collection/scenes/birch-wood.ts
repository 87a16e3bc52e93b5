import { hex, mix, type Rgb, ramp } from '@/collection/drawing/colour'
import { drawLeaves } from '@/collection/drawing/foliage'
import { clamp, lerp, smoothstep } from '@/collection/drawing/maths'
import { type Easel, scene } from '@/collection/drawing/scene'
import { dab, type Point } from '@/collection/drawing/strokes'

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
