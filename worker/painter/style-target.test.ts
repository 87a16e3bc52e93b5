import { describe, expect, it } from 'vitest'
import { keepTarget, keptLength, targetAt } from './style-target'

const shape = { channels: [2, 3], sizes: [128, 256] }
/** Mean, spread and Gram matrix of two channels, then of three. */
const whole = Float32Array.from([1, 2, 3, 4, 10, 11, 11, 12, 5, 6, 7, 8, 9, 1, 20, 21, 22, 21, 23, 24, 22, 24, 25])

describe('a style target', () => {
  it('is kept without what it says twice, and comes back whole', () => {
    const kept = keepTarget(whole, shape)
    expect(kept.length).toBe(keptLength(shape))
    expect(kept.length).toBe(whole.length - 1 - 3)
    expect(targetAt(kept, { ...shape, sizes: [256] }, 256)).toEqual(whole)
  })

  it('is mixed between two sizes by the logarithm of the size, and is the nearest beyond them', () => {
    const kept = keepTarget(whole, shape)
    const both = Float32Array.from([...kept, ...kept.map((value) => 3 * value)])
    const first = (size: number) => targetAt(both, shape, size)[0]
    expect([64, 128, 256, 900].map(first)).toEqual([1, 1, 3, 3])
    expect(first(128 * Math.SQRT2)).toBeCloseTo(2)
  })
})
