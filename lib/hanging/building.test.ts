import { describe, expect, it } from 'vitest'
import { placesOf, planBuilding } from './building'
import { checkHanging } from './check-hanging'
import { doorwaysOf } from './obstacles'
import { boundsOf } from './walls'

const room = (widthsCm: number[], places = widthsCm.length) => ({
  architecture: 'white-cube' as const,
  widthsCm,
  places,
})

describe('planBuilding', () => {
  it('hangs each room’s works in their order, clear of each other, in rooms that open into each other', () => {
    const rooms = [room([200, 30, 400, 25, 25, 25]), room([90, 90, 120]), room([])]
    const built = planBuilding(rooms) ?? []
    expect(doorwaysOf(built.map(({ plan }) => plan)).filter(({ leadsTo }) => leadsTo === null)).toHaveLength(1)
    built.forEach(({ plan, hung }, index) => {
      const hangings = hung.map((place, at) => {
        const widthCm = rooms[index]?.widthsCm[at] ?? 0
        return { ...place, id: `${at}`, artwork: { id: `${at}`, widthCm, heightCm: 80 } }
      })
      expect(hangings).toHaveLength(rooms[index]?.widthsCm.length ?? -1)
      expect(checkHanging(plan, hangings)).toEqual([])
    })
  })

  it('grows with the works that are still to come', () => {
    const areas = [0, 12, 40].map((places) => {
      const [only] = planBuilding([room([80, 80], places)]) ?? []
      const { minX, maxX, minZ, maxZ } = boundsOf(only ? [only.plan] : [])
      return (maxX - minX) * (maxZ - minZ)
    })
    expect(areas).toEqual(areas.toSorted((a, b) => a - b))
    expect(areas[2]).toBeGreaterThan(3 * (areas[0] ?? 0))
  })

  it('says so when no floor is large enough', () => {
    expect(planBuilding(Array.from({ length: 50 }, () => room([], 48)))).toBeNull()
  })
})

describe('placesOf', () => {
  it('knows for how many works a room was built, and never says fewer than hang there', () => {
    const [built] = planBuilding([room([], 20)]) ?? []
    const places = built ? placesOf(built.plan, 0) : 0
    expect(Math.abs(places - 20)).toBeLessThanOrEqual(2)
    expect(built && placesOf(built.plan, 30)).toBe(30)
    expect(built && placesOf(built.plan, 99)).toBe(48)
  })
})
