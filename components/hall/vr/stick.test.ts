import { describe, expect, it } from 'vitest'
import { createStick, stickOf } from './stick'

const wishes = (pushes: [number, number][]) => {
  const stick = createStick()
  return pushes.map(([across, down]) => stick(across, down))
}

describe('a stick', () => {
  it('turns once for each push to a side', () => {
    const pushes: [number, number][] = [
      [0.5, 0],
      [0.9, 0.1],
      [1, 0],
      [0.6, 0],
      [0.1, 0],
      [-0.8, 0],
    ]
    expect(wishes(pushes)).toEqual([null, 'right', null, null, null, 'left'])
  })

  it('leads on when it is let go after a push forward, and not by passing a side on its way', () => {
    const pushes: [number, number][] = [
      [0, -0.9],
      [0.8, -0.5],
      [0.2, -0.1],
      [0, 0],
    ]
    expect(wishes(pushes)).toEqual([null, null, 'go', null])
  })

  it('asks for nothing when pulled back', () => {
    const pushes: [number, number][] = [
      [0, 1],
      [0, 0],
    ]
    expect(wishes(pushes)).toEqual([null, null])
  })

  it('is the pad of a controller that has none', () => {
    expect(stickOf([0, 0, 0.5, -1])).toEqual([0.5, -1])
    expect(stickOf([0.3, 0.2])).toEqual([0.3, 0.2])
    expect(stickOf([])).toEqual([0, 0])
  })
})
