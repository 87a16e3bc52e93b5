import { describe, expect, it } from 'vitest'
import { finestLevel, tileSchema } from '@/lib/contracts/pictures'
import { regionOf } from './tile-region'

const [width, height] = [2401, 1333]
const finest = finestLevel(width, height)

describe('regionOf', () => {
  it('covers the whole picture at every level, without a gap', () => {
    for (let level = 0; level <= finest; level++) {
      const scale = 2 ** (finest - level)
      let covered = 0
      for (let column = 0; ; column++) {
        const region = regionOf(width, height, level, column, 0)
        if (!region) break
        expect(region.left).toBeLessThanOrEqual(covered)
        expect(region.shownWidth).toBe(Math.ceil(region.width / scale))
        covered = region.left + region.width
      }
      expect(covered).toBe(width)
    }
  })

  it('shows the last level in the picture’s own pixels, tiles reaching one into each other', () => {
    expect(regionOf(width, height, finest, 1, 2)).toEqual({
      left: 511,
      top: 1023,
      width: 514,
      height: 310,
      shownWidth: 514,
      shownHeight: 310,
    })
  })

  it('knows no tile outside the picture', () => {
    expect(regionOf(width, height, finest + 1, 0, 0)).toBeNull()
    expect(regionOf(width, height, finest, 5, 0)).toBeNull()
    expect(regionOf(width, height, finest, 0, 3)).toBeNull()
  })
})

it('tells a tile from other names', () => {
  expect(tileSchema.safeParse('11-0-3.webp').success).toBe(true)
  for (const name of ['11-0.webp', '200-0-0.webp', '1-0-0.png', '../1-0-0.webp']) {
    expect(tileSchema.safeParse(name).success).toBe(false)
  }
})
