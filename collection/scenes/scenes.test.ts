import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { SCENES } from '@/collection/scenes/registry'

const hash = (rgb: Uint8Array): string => createHash('sha256').update(rgb).digest('hex')

/** Standard deviation of all bytes: an empty or uniform canvas has none. */
const spread = (rgb: Uint8Array): number => {
  const mean = rgb.reduce((sum, byte) => sum + byte, 0) / rgb.length
  return Math.sqrt(rgb.reduce((sum, byte) => sum + (byte - mean) ** 2, 0) / rgb.length)
}

describe.each(Object.entries(SCENES))('scene %s', { timeout: 60_000 }, (_name, scene) => {
  it('is the same for the same seed, another for another, and fills its canvas', () => {
    const once = scene(7, 64, 48)
    expect(once.rgb).toHaveLength(64 * 48 * 3)
    expect(hash(scene(7, 64, 48).rgb)).toBe(hash(once.rgb))
    expect(hash(scene(8, 64, 48).rgb)).not.toBe(hash(once.rgb))
    expect(spread(once.rgb)).toBeGreaterThan(20)
  })
})
