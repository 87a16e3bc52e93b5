/** A seeded source of numbers: the same seed gives the same picture, on every machine. */
export type Random = {
  /** Next number in [0, 1). */
  next: () => number
  /** Uniform in [low, high). */
  range: (low: number, high: number) => number
  /** Bell-shaped around 0, standard deviation 1, within about 3. */
  bell: () => number
  pick: <T>(items: readonly T[]) => T
}

/** mulberry32: 32 bits of state are plenty for a picture. */
export const createRandom = (seed: number): Random => {
  let state = (seed * 2654435761) >>> 0
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = state
    t = Math.imul(t ^ (t >>> 15), t | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
  return {
    next,
    range: (low, high) => low + (high - low) * next(),
    bell: () => (next() + next() + next() + next() - 2) * 1.732,
    pick: (items) => {
      const item = items[Math.floor(next() * items.length)]
      if (item === undefined) throw new Error('Cannot pick from an empty list.')
      return item
    },
  }
}
