import { describe, expect, it } from 'vitest'
import { applyStrength, mixCodes } from './apply-strength'
import { keepColours } from './keep-colours'
import { measureColours, moveColours } from './match-colours'
import type { PlanarPicture } from './planar-picture'

/** Numbers that look random and are always the same. */
const numbers = (seed: number) => () => {
  seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0
  return seed / 2 ** 32
}

/** A picture of coloured noise around the given mean colour. */
const noise = (seed: number, r: number, g: number, b: number, size = 64): PlanarPicture => {
  const next = numbers(seed)
  const area = size * size
  const data = new Float32Array(3 * area)
  for (let i = 0; i < area; i++) {
    data[i] = r + (next() - 0.5) * 0.2
    data[i + area] = g + (next() - 0.5) * 0.3
    data[i + 2 * area] = b + (next() - 0.5) * 0.1
  }
  return { data, width: size, height: size }
}

const copy = (picture: PlanarPicture): PlanarPicture => ({ ...picture, data: picture.data.slice() })
const distance = (a: PlanarPicture, b: PlanarPicture) =>
  a.data.reduce((sum, value, i) => sum + Math.abs(value - (b.data[i] as number)), 0) / a.data.length

describe('colour levels', () => {
  it('are what they were moved to', () => {
    const painting = noise(1, 0.2, 0.5, 0.7)
    const wanted = measureColours(noise(2, 0.6, 0.4, 0.3))
    moveColours(painting, measureColours(painting), wanted)
    const found = measureColours(painting)
    for (let c = 0; c < 3; c++) {
      expect(found.mean[c]).toBeCloseTo(wanted.mean[c] as number, 4)
      expect(found.spread[c]).toBeCloseTo(wanted.spread[c] as number, 4)
    }
  })

  it('of a flat picture do not tear it apart', () => {
    const flat = { data: new Float32Array(3 * 256).fill(0.5), width: 16, height: 16 }
    moveColours(flat, measureColours(flat), measureColours(noise(3, 0.4, 0.4, 0.4)))
    expect(flat.data.every(Number.isFinite)).toBe(true)
  })
})

describe('strength', () => {
  const photo = noise(4, 0.5, 0.4, 0.3)
  const painted = noise(5, 0.1, 0.3, 0.8)
  const at = (strength: number) => {
    const picture = copy(painted)
    applyStrength(picture, photo, strength)
    return picture
  }

  it('0 is the photo, 1 the painting', () => {
    expect(at(0).data).toEqual(photo.data)
    expect(at(1).data).toEqual(painted.data)
  })

  it('leads from one to the other without a jump', () => {
    const steps = Array.from({ length: 101 }, (_, i) => at(i / 100))
    const whole = distance(photo, painted)
    for (let i = 1; i < steps.length; i++) {
      const step = distance(steps[i - 1] as PlanarPicture, steps[i] as PlanarPicture)
      expect(step).toBeLessThan(whole * 0.08)
    }
  })

  it('mixes codes from end to end', () => {
    const [a, b] = [Float32Array.of(1, 2), Float32Array.of(3, -2)]
    expect(mixCodes(a, b, 0)).toEqual(a)
    expect(mixCodes(a, b, 1)).toEqual(b)
    expect(mixCodes(a, b, 0.5)).toEqual(Float32Array.of(2, 0))
  })
})

describe('keeping colours', () => {
  it('brings back the colours of the photo and leaves the strokes', () => {
    const photo = noise(6, 0.7, 0.5, 0.4)
    const painting = noise(7, 0.2, 0.3, 0.7)
    const before = measureColours(photo)
    keepColours(painting, photo)
    const after = measureColours(painting)
    for (let c = 0; c < 3; c++) expect(after.mean[c]).toBeCloseTo(before.mean[c] as number, 2)
    expect(distance(painting, photo)).toBeGreaterThan(0.02)
  })
})
