import { createRandom } from '@/collection/drawing/random'

/** Gradient noise and its sums over octaves. All functions are pure for a given seed. */
export type Noise = {
  /** Gradient noise, about -1 to 1. */
  at: (x: number, y: number) => number
  /** Sum of octaves, about -1 to 1. */
  fbm: (x: number, y: number, octaves: number, gain?: number) => number
  /** Sharp crests, 0 to 1: mountains, marble, foam. */
  ridged: (x: number, y: number, octaves: number) => number
  /** Distance to the nearest of scattered points, 0 to about 1: pebbles, bark, leaves. */
  cell: (x: number, y: number) => number
}

const TURN = { c: Math.cos(0.6), s: Math.sin(0.6) }

/** Makes a noise field from a seed. */
export const createNoise = (seed: number): Noise => {
  const random = createRandom(seed)
  const perm = new Uint8Array(512)
  const gx = new Float32Array(256)
  const gy = new Float32Array(256)
  for (let i = 0; i < 256; i++) {
    perm[i] = i
    const angle = random.next() * Math.PI * 2
    gx[i] = Math.cos(angle)
    gy[i] = Math.sin(angle)
  }
  for (let i = 255; i > 0; i--) {
    const j = Math.floor(random.next() * (i + 1))
    const held = perm[i] as number
    perm[i] = perm[j] as number
    perm[j] = held
  }
  for (let i = 0; i < 256; i++) perm[i + 256] = perm[i] as number

  const hash = (x: number, y: number): number => perm[(perm[x & 255] as number) + (y & 255)] as number
  const dot = (h: number, x: number, y: number): number => (gx[h] as number) * x + (gy[h] as number) * y

  const at = (x: number, y: number): number => {
    const xi = Math.floor(x)
    const yi = Math.floor(y)
    const fx = x - xi
    const fy = y - yi
    const u = fx * fx * fx * (fx * (fx * 6 - 15) + 10)
    const v = fy * fy * fy * (fy * (fy * 6 - 15) + 10)
    const a = dot(hash(xi, yi), fx, fy)
    const b = dot(hash(xi + 1, yi), fx - 1, fy)
    const c = dot(hash(xi, yi + 1), fx, fy - 1)
    const d = dot(hash(xi + 1, yi + 1), fx - 1, fy - 1)
    const top = a + (b - a) * u
    return (top + (c + (d - c) * u - top) * v) * 1.5
  }

  const octaves = (x: number, y: number, count: number, gain: number, shape: (n: number) => number): number => {
    let sum = 0
    let weight = 1
    let total = 0
    let px = x
    let py = y
    for (let i = 0; i < count; i++) {
      sum += weight * shape(at(px, py))
      total += weight
      weight *= gain
      const nx = (px * TURN.c - py * TURN.s) * 2.02 + 17.3
      py = (px * TURN.s + py * TURN.c) * 2.02 - 9.1
      px = nx
    }
    return sum / total
  }

  const cell = (x: number, y: number): number => {
    const xi = Math.floor(x)
    const yi = Math.floor(y)
    let best = 9
    for (let j = -1; j <= 1; j++) {
      for (let i = -1; i <= 1; i++) {
        const h = hash(xi + i, yi + j)
        const dx = xi + i + 0.5 + (gx[h] as number) * 0.45 - x
        const dy = yi + j + 0.5 + (gy[h] as number) * 0.45 - y
        best = Math.min(best, dx * dx + dy * dy)
      }
    }
    return Math.sqrt(best)
  }

  return {
    at,
    cell,
    fbm: (x, y, count, gain = 0.5) => octaves(x, y, count, gain, (n) => n),
    ridged: (x, y, count) => octaves(x, y, count, 0.5, (n) => (1 - Math.min(1, Math.abs(n))) ** 2),
  }
}
