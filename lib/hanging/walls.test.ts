import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { subtract } from './walls'

type Stretch = [number, number]

describe('what is left of a stretch', () => {
  test.each<[string, Stretch[], Stretch[]]>([
    ['without holes is all of it', [], [[0, 10]]],
    [
      'lies on both sides of a hole',
      [[4, 6]],
      [
        [0, 4],
        [6, 10],
      ],
    ],
    ['does not end where a hole begins that is partly beyond its end', [[8, 12]], [[0, 8]]],
    ['does not begin before a hole that is partly before its beginning', [[-2, 3]], [[3, 10]]],
    [
      'is all of it, when two holes lie beyond its end',
      [
        [11, 12],
        [13, 14],
      ],
      [[0, 10]],
    ],
    [
      'is all of it, when two holes lie before its beginning',
      [
        [-4, -3],
        [-2, -1],
      ],
      [[0, 10]],
    ],
    [
      'counts holes that overlap once',
      [
        [2, 5],
        [4, 6],
      ],
      [
        [0, 2],
        [6, 10],
      ],
    ],
    ['is nothing when a hole covers it', [[-1, 11]], []],
    [
      'has no pieces shorter than a millimetre',
      [
        [0.0005, 5],
        [5.0005, 10],
      ],
      [],
    ],
  ])('%s', (_name, holes, pieces) => {
    expect(subtract([0, 10], holes)).toEqual(pieces)
    expect(subtract([0, 10], holes.toReversed())).toEqual(pieces)
  })

  test('is in order, within the stretch, and outside every hole, whatever the holes', () => {
    const at = fc.integer({ min: -20, max: 30 })
    const hole = fc.tuple(at, fc.integer({ min: 1, max: 12 })).map(([from, width]): Stretch => [from, from + width])
    fc.assert(
      fc.property(fc.array(hole, { maxLength: 8 }), (holes) => {
        const pieces = subtract([0, 10], holes)
        const isSolid = (x: number) => !holes.some(([from, to]) => x > from && x < to)
        for (let x = 0.5; x < 10; x++) {
          expect(pieces.filter(([from, to]) => x > from && x < to).length).toBe(isSolid(x) ? 1 : 0)
        }
        for (const [from, to] of pieces) expect([from >= 0, to > from, to <= 10]).toEqual([true, true, true])
      }),
    )
  })
})
