import { describe, expect, it } from 'vitest'
import { victimsFor } from './texture-room'

const held = [
  { bytes: 40, size: 300 },
  { bytes: 10, size: 0 },
  { bytes: 30, size: 100 },
  { bytes: 0, size: 200 },
]

describe('room for a picture', () => {
  it('takes nothing from anybody while there is some', () => {
    expect(victimsFor(3, 20, held, 100)).toEqual([])
  })

  it('takes from the least visible first, and no more than it needs', () => {
    expect(victimsFor(3, 30, held, 100)).toEqual([1])
    expect(victimsFor(3, 50, held, 100)).toEqual([1, 2])
  })

  it('takes nothing from what is more visible, so that no two pictures take turns for ever', () => {
    expect(victimsFor(3, 70, held, 100)).toBeNull()
    expect(victimsFor(1, 40, held, 100)).toBeNull()
  })

  it('counts what the picture holds already as free', () => {
    expect(victimsFor(0, 60, held, 100)).toEqual([])
    expect(victimsFor(0, 70, held, 100)).toEqual([1])
  })
})
