import { describe, expect, it } from 'vitest'
import {
  alignEdges,
  centreOnLine,
  edges,
  findFreePlace,
  type Hung,
  keepOnWall,
  spaceBetween,
  spaceOnWall,
  toMillimetre,
} from './arrange'
import { checkHanging } from './check-hanging'
import { measures } from './measures'
import { framedWidth } from './place-hangings'
import { rectangularPlan } from './rectangular-plan'
import { snapToOthers } from './snap'
import { findWall } from './walls'

const plan = rectangularPlan({ width: 12, depth: 9, height: 4, titleWidth: 0 })
const wallOf = (id: string) => findWall(plan, id) ?? expect.fail(id)
const north = wallOf('north')
const work = (id: string, along: number, centreHeight = 1.5, widthCm = 100, heightCm = 80): Hung => ({
  id,
  along,
  centreHeight,
  widthCm,
  heightCm,
})
const gapsOf = (works: Hung[]) =>
  works.slice(1).map((right, index) => {
    const left = works[index] ?? right
    return right.along - left.along - (framedWidth(left.widthCm) + framedWidth(right.widthCm)) / 2
  })

describe('arranging', () => {
  it('puts centres on the line, and what is too tall for it as near as it may', () => {
    const [one, tall] = centreOnLine(plan, [work('1', 2, 2.2), work('2', 5, 2, 100, 320)])
    expect(one?.centreHeight).toBe(1.5)
    expect(tall?.centreHeight).toBe(2.03)
  })

  it('aligns upper and lower edges', () => {
    const works = [work('1', 2, 1.5, 100, 80), work('2', 5, 1.7, 100, 120)]
    expect(alignEdges(works, 'top').map((one) => edges(one).top)).toEqual([2.3, 2.3])
    expect(alignEdges(works, 'bottom').map((one) => edges(one).bottom.toFixed(3))).toEqual(['1.100', '1.100'])
  })

  it('spaces works equally between the outer two, which stay', () => {
    const spaced = spaceBetween([work('1', 1), work('2', 2.3, 1.5, 40), work('3', 9, 1.5, 200), work('4', 3)])
    expect(spaced.map(({ id }) => id)).toEqual(['1', '2', '4', '3'])
    expect([spaced[0]?.along, spaced[3]?.along]).toEqual([1, 9])
    const gaps = gapsOf(spaced)
    for (const gap of gaps) expect(gap).toBeCloseTo(gaps[0] ?? 0, 2)
  })

  it('spaces all works of a wall clear of its door', () => {
    const south = wallOf('south')
    const spaced = spaceOnWall(plan, south, [work('1', 5.5), work('2', 6), work('3', 6.5)])
    const hangings = spaced.map(({ id, along, centreHeight, widthCm, heightCm }, slot) => {
      return { id, wall: 'south', slot, along, centreHeight, artwork: { id, widthCm, heightCm } }
    })
    expect(checkHanging(plan, hangings)).toEqual([])
  })

  it('finds the next place from the left, and none where nothing fits', () => {
    const half = framedWidth(100) / 2
    const first = findFreePlace(plan, north, [], work('', 0))
    expect(first).toEqual({ along: toMillimetre(measures.leastGap + half), centreHeight: 1.5 })
    const next = findFreePlace(plan, north, [work('1', first?.along ?? 0)], work('', 0))
    expect(next?.along).toBeCloseTo(2 * measures.leastGap + 3 * half)
    // What hangs high above leaves the line free.
    expect(findFreePlace(plan, north, [work('1', 1, 3.4)], work('', 0))).toEqual(first)
    expect(findFreePlace(plan, north, [], work('', 0, 1.5, 1150))?.along).toBe(6)
    expect(findFreePlace(plan, north, [], work('', 0, 1.5, 1300))).toBeNull()
    expect(findFreePlace(plan, { ...north, isHanging: false }, [], work('', 0))).toBeNull()
  })

  it('keeps works on their wall', () => {
    expect(keepOnWall(plan, north, work('1', -3, 9))).toMatchObject({ along: 0.58, centreHeight: 3.52 })
  })
})

describe('snapping', () => {
  const others = [work('1', 2), work('2', 4)]
  const at = (along: number, centreHeight: number) => snapToOthers(north, others, work('3', along, centreHeight), 0.06)

  it('draws to the line at 1.5 m, and to full centimetres where nothing is near', () => {
    expect(at(9.1234, 1.53)).toEqual({ along: 9.12, centreHeight: 1.5, vertical: null, horizontal: 1.5 })
    expect(at(9.1234, 2.8765)).toMatchObject({ centreHeight: 2.88, horizontal: null })
  })

  it('draws to the gap that the neighbours keep, and to the middle of the wall', () => {
    expect(at(5.97, 1.5).along).toBeCloseTo(6)
    expect(snapToOthers(north, [], work('3', 6.04), 0.06)).toMatchObject({ along: 6, vertical: 6 })
  })

  it('draws edges to edges', () => {
    const low = snapToOthers(north, [work('1', 2, 1.9)], work('2', 8, 2.13, 100, 40), 0.06)
    expect(low.centreHeight).toBeCloseTo(2.1)
    expect(low.horizontal).toBeCloseTo(2.3)
  })
})
