import { expect, it } from 'vitest'
import { placeBack, see, VIEWS } from './views'

const size = { width: 64, height: 48 }
const picture = { ...size, data: Float32Array.from({ length: 3 * 64 * 48 }, (_, i) => ((i * 37) % 101) / 101) }

it('every view shows all pixels but those of the margin', () => {
  for (const view of VIEWS) {
    const seen = see(picture, view)
    expect([seen.width, seen.height]).toEqual([48, 32])
    const back = placeBack(new Float32Array(seen.data.length).fill(1), view, size)
    for (let y = 16; y < 32; y++)
      expect(back.subarray(y * 64 + 16, y * 64 + 48).every((value) => value === 1)).toBe(true)
    expect(back.reduce((sum, value) => sum + value, 0)).toBe(seen.data.length)
  }
})

it('what is seen lies where it comes back to', () => {
  const view = { left: 5, top: 11 }
  const seen = see(picture, view)
  const back = placeBack(seen.data, view, size)
  expect(seen.data[2 * 48 * 32 + 7 * 48 + 9]).toBe(picture.data[2 * 64 * 48 + 18 * 64 + 14])
  expect(back.every((value, i) => value === 0 || value === picture.data[i])).toBe(true)
})
