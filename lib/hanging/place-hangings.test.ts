import { describe, expect, it } from 'vitest'
import { measures } from './measures'
import { type Hanging, placeHangings } from './place-hangings'
import { rectangularPlan } from './rectangular-plan'

const plan = rectangularPlan({ width: 12, depth: 9, height: 4, titleWidth: 0 })
const hang = (wall: string, slot: number, widthCm = 80, heightCm = 60): Hanging => ({
  id: `${wall}-${slot}`,
  wall,
  slot,
  artwork: { id: `work-${wall}-${slot}`, widthCm, heightCm },
})

describe('placeHangings', () => {
  it('hangs at true size, centred at 1.5 m, on the wall, facing the room', () => {
    const [work] = placeHangings(plan, [hang('north', 0, 120, 90)])
    expect(work).toMatchObject({ width: 1.2, height: 0.9, y: 1.5, normal: [-0, 1] })
    expect(work?.x).toBeCloseTo(0)
    expect(work?.z).toBeCloseTo(-4.5)
  })

  it('goes round in walking order whatever order it is given', () => {
    const works = placeHangings(plan, [hang('east', 0), hang('north', 1), hang('north', 0), hang('west', 3)])
    expect(works.map((work) => work.hanging.id)).toEqual(['west-3', 'north-0', 'north-1', 'east-0'])
  })

  it('leaves equal gaps between frames and to the corners', () => {
    const works = placeHangings(plan, [hang('north', 0, 100), hang('north', 1, 50), hang('north', 2, 200)])
    const edges = works.flatMap((work) => {
      const half = work.width / 2 + measures.frameAllowance
      return [work.along - half, work.along + half]
    })
    const gaps = [edges[0], (edges[2] ?? 0) - (edges[1] ?? 0), (edges[4] ?? 0) - (edges[3] ?? 0), 12 - (edges[5] ?? 0)]
    for (const gap of gaps) expect(gap).toBeCloseTo((12 - 3.5 - 6 * measures.frameAllowance) / 4)
  })

  it('keeps clear of doors and of the title', () => {
    const door = plan.walls.find((wall) => wall.id === 'south')?.doors[0]
    const south = placeHangings(
      plan,
      [0, 1, 2, 3].map((slot) => hang('south', slot)),
    )
    for (const work of south) {
      const half = work.width / 2 + measures.frameAllowance
      const isLeft = work.along + half <= (door?.at ?? 0) - measures.doorMargin
      const isRight = work.along - half >= (door?.at ?? 0) + (door?.width ?? 0) + measures.doorMargin
      expect(isLeft || isRight).toBe(true)
    }
    const titled = rectangularPlan({ width: 12, depth: 9, titleWidth: 2.4 })
    const [first] = placeHangings(titled, [hang('north', 0)])
    expect((first?.along ?? 0) - 0.4 - measures.frameAllowance).toBeGreaterThan(3.1)
  })

  it('raises what would touch the floor and leaves out what hangs nowhere', () => {
    const [tall] = placeHangings(plan, [hang('east', 0, 100, 300)])
    expect(tall?.y).toBeGreaterThan(1.8)
    expect(placeHangings(plan, [hang('attic', 0)])).toEqual([])
  })

  it('hangs a work exactly where a curator put it, and the others in what is left', () => {
    const put = { ...hang('north', 7, 100), along: 2, centreHeight: 1.9 }
    const others = [hang('north', 0, 100), hang('north', 1, 100)]
    const works = placeHangings(plan, [...others, put])
    expect(works.map((work) => work.hanging.id)).toEqual(['north-7', 'north-0', 'north-1'])
    expect(works[0]).toMatchObject({ along: 2, x: -4, y: 1.9 })
    const end = 2 + 0.5 + measures.frameAllowance
    const gap = (12 - end - 2 * (1 + 2 * measures.frameAllowance)) / 3
    expect(works[1]?.along).toBeCloseTo(end + gap + 0.5 + measures.frameAllowance)
    expect(works[2]).toMatchObject({ y: 1.5 })
  })

  it('lets curators part a wall in two, and hangs on both sides of what they put there', () => {
    const put = [2.9, 9.1].map((along, index) => ({ ...hang('north', index, 500), along }))
    const works = placeHangings(plan, [...put, hang('north', 2, 40), hang('north', 3, 40)])
    expect(works.map((work) => work.hanging.slot)).toHaveLength(4)
    expect(works.filter((work) => work.hanging.slot > 1).every((work) => work.along > 0 && work.along < 12)).toBe(true)
  })
})
