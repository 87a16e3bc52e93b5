import { expect, test } from 'vitest'
import { bakeLightNow, roomLight } from '@/lib/hanging/light/room-light'
import { placeHangings } from '@/lib/hanging/place-hangings'
import { architectures } from '@/lib/hanging/plan'
import { planSuite } from '@/lib/hanging/suite'
import { wallNormal } from '@/lib/hanging/walls'
import { buildWalls } from './wall-geometry'

const rooms = planSuite(architectures.map((architecture) => ({ architecture, widthsCm: [90, 120, 60] })))

test.each(rooms)('each vertex of the walls of a $architecture has the light of its own place', (plan) => {
  const walls = plan.walls.filter((wall) => wall.isHanging).slice(0, 3)
  const hangings = walls.map(({ id: wall }, slot) => {
    return { id: `${slot}`, wall, slot: 0, artwork: { id: `${slot}`, widthCm: 90, heightCm: 60 } }
  })
  const placements = placeHangings(plan, hangings)
  const light = roomLight(plan, placements, [], bakeLightNow(plan, placements, []))
  const geometry = buildWalls(plan, placements, light)
  const of = (name: string) => geometry.getAttribute(name)
  const [position, lit, ends] = [of('position'), of('light'), of('wallEnds')]
  expect(lit.count).toBe(position.count)
  const here = new Float32Array(3)
  const middle = plan.walls[0]
  if (!middle) expect.fail('a plan without walls')
  const [nx, nz] = wallNormal(middle)
  let compared = 0
  for (let at = 0; at < position.count; at++) {
    const [x, y, z] = [position.getX(at), position.getY(at), position.getZ(at)]
    const out = (x - middle.from[0]) * nx + (z - middle.from[1]) * nz
    // Away from edges, where the point that is lit lies a little beside its vertex.
    if (Math.abs(out) > 1e-4 || y < 0.1 || y > plan.height - 0.1 || Math.min(ends.getX(at), ends.getY(at)) < 0.1)
      continue
    light.gather(here, x + nx * 0.002, y, z + nz * 0.002, nx, 0, nz)
    expect(Math.abs(lit.getY(at) / (here[1] as number) - 1)).toBeLessThan(0.001)
    compared++
  }
  expect(compared).toBeGreaterThan(20)
})
