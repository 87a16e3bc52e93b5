import { describe, expect, it } from 'vitest'
import { castRay } from './cast-ray'
import { layOut } from './lay-out'
import { measures } from './measures'
import { minimapOf } from './minimap'
import { doorwaysOf, obstaclesOf } from './obstacles'
import { type Hanging, placeHangings } from './place-hangings'
import { rectangularPlan } from './rectangular-plan'
import { viewingDistance, viewingPose } from './viewing-pose'

const plan = rectangularPlan({ width: 10, depth: 8, benches: 0, titleWidth: 0 })
const hang = (wall: string, widthCm: number, heightCm: number): Hanging => ({
  id: wall,
  wall,
  slot: 0,
  artwork: { id: `work-${wall}`, widthCm, heightCm },
})
const works = placeHangings(plan, [hang('west', 100, 80), hang('north', 120, 90)])
const view = { fieldOfView: (50 * Math.PI) / 180, aspect: 1.6 }

describe('viewingPose', () => {
  it('stands straight before the work and looks at it', () => {
    const north = works[1]
    if (!north) throw new Error('no work')
    const pose = viewingPose(north, view, obstaclesOf([plan]))
    expect(pose.x).toBeCloseTo(north.x)
    expect(pose.z - north.z).toBeCloseTo(viewingDistance(1.2, 0.9, view), 2)
    expect(pose.yaw).toBeCloseTo(0)
    const west = works[0]
    if (!west) throw new Error('no work')
    expect(viewingPose(west, view, obstaclesOf([plan])).yaw).toBeCloseTo(Math.PI / 2)
  })

  it('shows the framed work in its share of the view, and stands back for narrow screens', () => {
    const distance = viewingDistance(1, 2, { ...view, fill: 0.5 })
    expect(((2 + 2 * measures.frameAllowance) / (2 * distance * Math.tan(view.fieldOfView / 2))).toFixed(3)).toBe(
      '0.500',
    )
    expect(viewingDistance(2, 1, { ...view, aspect: 0.5 })).toBeGreaterThan(viewingDistance(2, 1, view))
    expect(viewingDistance(0.1, 0.1, view)).toBe(0.9)
  })

  it('never stands in the opposite wall', () => {
    const narrow = rectangularPlan({ width: 10, depth: 6, benches: 0 })
    const [big] = placeHangings(narrow, [hang('north', 900, 300)])
    if (!big) throw new Error('no work')
    const pose = viewingPose(big, { ...view, aspect: 0.5 }, obstaclesOf([narrow]))
    expect(pose.z).toBeLessThanOrEqual(3 + measures.doorDepth - measures.bodyRadius)
  })
})

describe('castRay', () => {
  const from = { x: 0, y: 1.6, z: 0 }
  const cast = (dx: number, dy: number, dz: number) =>
    castRay({ ...from, dx, dy, dz }, [plan], works, measures.doorHeight)

  it('meets works, walls, floor and doors', () => {
    expect(cast(0, 0, -1)).toMatchObject({ kind: 'work', index: 1 })
    expect(cast(3, 0, -4)).toMatchObject({ kind: 'wall' })
    expect(cast(0, -1, -1)).toMatchObject({ kind: 'floor', at: [0, -1.6] })
    expect(cast(0, 0, 1)).toMatchObject({ kind: 'door', plan: 0 })
    expect(cast(0, 1, 0)).toBeNull()
  })

  it('goes through a door that leads on', () => {
    const behind = rectangularPlan({ width: 10, depth: 8, benches: 0, titleWidth: 0 })
    const shift = ([x, z]: [number, number]): [number, number] => [x, z + 8.3]
    const walls = behind.walls.map((wall) => ({
      ...wall,
      from: shift(wall.from),
      to: shift(wall.to),
      doors: wall.id === 'north' ? [{ at: 4, width: 2 }] : [],
    }))
    const hall = [plan, { ...behind, walls }]
    const hit = castRay({ ...from, dx: 0, dy: -1, dz: 5 }, hall, works, measures.doorHeight)
    expect(hit).toMatchObject({ kind: 'floor', at: [0, 8] })
    const [open] = doorwaysOf(hall)
    expect(open).toMatchObject({ plan: 0, leadsTo: 1 })
    expect(open?.depth).toBeCloseTo(0.15)
  })
})

describe('layOut and minimapOf', () => {
  it('moves a room aside that would lie on another', () => {
    const [first, second] = layOut([plan, plan])
    expect(first).toBe(plan)
    expect(Math.min(...(second?.walls.map((wall) => wall.from[0]) ?? []))).toBeGreaterThan(5)
  })

  it('draws walls between doors and every work just inside its wall', () => {
    const map = minimapOf([plan], works)
    expect(map.bounds).toEqual({ minX: -5, minZ: -4, maxX: 5, maxZ: 4 })
    expect(map.walls).toHaveLength(5)
    expect(map.works.map((work) => work.id)).toEqual(['work-west', 'work-north'])
    for (const [x, z] of map.works.flatMap((work) => work.line)) {
      expect(Math.abs(x)).toBeLessThan(5)
      expect(Math.abs(z)).toBeLessThan(4)
    }
  })
})
