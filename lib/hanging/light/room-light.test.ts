import { describe, expect, it } from 'vitest'
import { atmosphereOf } from '../atmospheres'
import { corneredPlan } from '../cornered-plan'
import { placeHangings } from '../place-hangings'
import type { Plan } from '../plan'
import { rectangularPlan } from '../rectangular-plan'
import { decodeLight, encodeLight } from './encode-light'
import { quadFormFactor } from './form-factor'
import { fromHalf, toHalf } from './half'
import { lampFor, lampOnWall } from './lamp'
import { bakeLightNow, roomLight } from './room-light'
import { skylightsOf } from './skylight'

describe('quadFormFactor', () => {
  const square = (size: number) => Float32Array.from([-size, 1, -size, size, 1, -size, size, 1, size, -size, 1, size])

  it('is nearly one under an endless ceiling, and the textbook value under a unit square', () => {
    expect(quadFormFactor(square(1000), 0, 0, 0, 0, 0, 1, 0)).toBeCloseTo(1, 2)
    // Four times the corner configuration a = b = 0.5, c = 1 (Howell, B-3): 4 * 0.05993.
    expect(quadFormFactor(square(0.5), 0, 0, 0, 0, 0, 1, 0)).toBeCloseTo(0.2395, 3)
  })
})

describe('a lamp', () => {
  it('is full at the middle of its work and dark far from it', () => {
    const lamp = lampFor(1, 0.8, 4)
    expect(lampOnWall(lamp, 0, 1.5, 1.5)).toBeCloseTo(1)
    expect(lampOnWall(lamp, 3, 1.5, 1.5)).toBe(0)
    expect(lampOnWall(lamp, 0.6, 1.5, 1.5)).toBeLessThan(lampOnWall(lamp, 0.3, 1.5, 1.5))
  })
})

const lightRoom = (plan: Plan) => roomLight(plan, [], [], bakeLightNow(plan, [], []))

describe('the light of a room', () => {
  const plan = rectangularPlan({ width: 9, depth: 11 })
  const atmosphere = atmosphereOf(plan)
  const light = lightRoom(plan)
  const at = (x: number, y: number, z: number, nx: number, ny: number, nz: number) => {
    const out = new Float32Array(3)
    light.gather(out, x, y, z, nx, ny, nz)
    return out as unknown as [number, number, number]
  }

  it('exposes the walls as the atmosphere asks, whatever the size of the room', () => {
    for (const [width, depth] of [
      [7, 6],
      [20, 30],
    ] as const) {
      const room = rectangularPlan({ width, depth })
      const out = new Float32Array(3)
      lightRoom(room).gather(out, 0, 1.6, -depth / 2 + 0.001, 0, 0, 1)
      expect(out[1]).toBeGreaterThan(atmosphere.exposure * 0.6)
      expect(out[1]).toBeLessThan(atmosphere.exposure * 1.5)
    }
  })

  it('is darker in corners than in the middle of a wall, and brightest on the floor under the glass', () => {
    expect(at(-4.45, 1.6, -5.49, 0, 0, 1)[1]).toBeLessThan(at(0, 1.6, -5.49, 0, 0, 1)[1])
    expect(at(0, 0, 0, 0, 1, 0)[1]).toBeGreaterThan(at(0, 1.6, -5.49, 0, 0, 1)[1])
  })

  it('lets an oak floor warm what faces it', () => {
    const [r, , b] = at(0, 3.9, 5, 0, -1, 0)
    const [wallR, , wallB] = at(0, 1.6, -5.49, 0, 0, 1)
    expect(r / b).toBeGreaterThan(wallR / wallB)
  })

  it('has no glass where a room is too narrow', () => {
    expect(skylightsOf(rectangularPlan({ width: 2.2, depth: 8, titleWidth: 0, doorWidth: 1 }), 1)).toEqual([])
  })

  describe('with a wing', () => {
    const corners: [number, number][] = [
      [-7, 6],
      [-7, -6],
      [14, -6],
      [14, 1],
      [7, 1],
      [7, 6],
    ]
    const room = corneredPlan({ corners, height: 4.4, entrance: 5 })

    it('has glass over the hall and over the wing, drawn in from its walls and from each other', () => {
      expect(skylightsOf(room, 1.5)).toEqual([
        { minX: -5.5, minZ: -4.5, maxX: 5.5, maxZ: 4.5 },
        { minX: 7, minZ: -4.5, maxX: 12.5, maxZ: -0.5 },
      ])
    })

    it('is about as light in the wing as in the hall', () => {
      const { gather } = lightRoom(room)
      const onWalls = (from: number, to: number) => {
        const out = new Float32Array(3)
        let sum = 0
        for (let x = from + 0.25; x < to; x += 0.5) {
          gather(out, x, 1.6, -5.998, 0, 0, 1)
          sum += out[1] as number
        }
        return sum / ((to - from) / 0.5)
      }
      expect(onWalls(7, 14) / onWalls(-7, 7)).toBeGreaterThan(0.85)
    })
  })
})

describe('light as bytes', () => {
  const plan = rectangularPlan({ width: 9, depth: 11, architecture: 'dark-room' })
  const hangings = ['one', 'two', 'three'].map((id, slot) => {
    return { id, slot, wall: plan.walls[0]?.id ?? '', artwork: { id, widthCm: 90, heightCm: 60 } }
  })
  const placements = placeHangings(plan, hangings)
  const baked = bakeLightNow(plan, placements, [])
  const read = decodeLight(encodeLight(baked), plan, placements)

  it('is the same on every surface, and as near as half floats are everywhere else', () => {
    expect(read.surfaces).toEqual(baked.surfaces)
    const [was, is] = [baked, read].map((light) => {
      const out = new Float32Array(3)
      roomLight(plan, placements, [], light).gather(out, 1, 1.2, 2, 0, 0, -1)
      return out
    }) as [Float32Array, Float32Array]
    for (const c of [0, 1, 2]) expect(Math.abs((is[c] as number) / (was[c] as number) - 1)).toBeLessThan(0.001)
  })

  it('is refused for another room, and when it was cut short', () => {
    const bytes = encodeLight(baked)
    expect(() => decodeLight(bytes, plan, [])).toThrow(RangeError)
    expect(() => decodeLight(bytes.subarray(0, 100), plan, placements)).toThrow(RangeError)
  })

  it('rounds to the nearest half float', () => {
    for (const value of [0, 1, 0.1, 0.333, 2.5, 1000, 65504, -0.75]) {
      expect(Math.abs(fromHalf(toHalf(value)) - value)).toBeLessThanOrEqual(Math.abs(value) * 2 ** -11)
    }
    expect(fromHalf(toHalf(1e9))).toBe(65504)
  })
})
