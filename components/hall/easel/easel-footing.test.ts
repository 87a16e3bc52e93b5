import { expect, test } from 'vitest'
import { pointDistance } from '@/lib/hanging/find-path'
import { measures } from '@/lib/hanging/measures'
import type { Point } from '@/lib/hanging/plan'
import { exhibitionOf } from '../engine/testing/exhibition-of'
import { createWalker } from '../engine/walker'
import { spaceOf } from '../hall-works'
import { createEaselFooting, footCorners, footOf } from './easel-footing'
import { findEaselPlace } from './easel-place'

/** A hall with a visitor at its entrance, and an easel's footing. */
function enter() {
  const space = spaceOf(exhibitionOf([100, 80, 120, 90, 100, 70]))
  const walker = createWalker(
    space,
    () => expect.unreachable('nobody is led by a cut'),
    () => false,
  )
  walker.lens.resize(1440, 900)
  walker.standBefore(null)
  const place = findEaselPlace(space)
  if (!place) throw new Error('no place')
  const footing = createEaselFooting(space, place, walker)
  const corners = footCorners(place)
  /** How near a visitor's middle comes to the easel's sides on the way, metres. */
  const gap = () => {
    const at: Point = [walker.pose.x, walker.pose.z]
    return Math.min(...corners.map((corner, index) => pointDistance(at, corner, corners[(index + 1) % 4] as Point)))
  }
  const run = (seconds: number) => {
    let least = gap()
    for (let time = 0; time < seconds; time += 1 / 60) {
      walker.step(1 / 60)
      least = Math.min(least, gap())
    }
    return least
  }
  return { space, walker, place, footing, run }
}

const almostBody = measures.bodyRadius - 0.02

test('nobody walks through the easel, by keys', () => {
  const { walker, place, footing, run } = enter()
  expect(footing.stand()).toBe(true)
  const [x, z] = footOf(place)
  walker.pose.yaw = Math.atan2(walker.pose.x - x, walker.pose.z - z)
  walker.press('forward')
  expect(run(6)).toBeGreaterThan(almostBody)
})

test('a walk to what is behind it leads round it', () => {
  const { walker, place, footing, run } = enter()
  footing.stand()
  const behind: Point = [place.x + Math.sin(place.yaw) * 1.6, place.z + Math.cos(place.yaw) * 1.6]
  walker.walkTo(behind)
  expect(run(12)).toBeGreaterThan(almostBody)
  expect(Math.hypot(walker.pose.x - behind[0], walker.pose.z - behind[1])).toBeLessThan(0.1)
})

test('it is set up on nobody’s feet, and not in the middle of a walk', () => {
  const { walker, place, footing, run } = enter()
  walker.standAt({ ...place, pitch: 0 })
  expect(footing.stand()).toBe(false)
  walker.walkTo([0, 3])
  run(0.5)
  expect([walker.isWalking, footing.stand()]).toEqual([true, false])
  run(10)
  expect([walker.isWalking, footing.stand(), footing.isStanding]).toEqual([false, true, true])
})

test('when it is gone the room is as it was', () => {
  const { space, footing } = enter()
  const { obstacles, waypoints } = space
  footing.stand()
  footing.stand()
  expect([space.obstacles.length, space.waypoints.length]).toEqual([obstacles.length + 16, waypoints.length + 4])
  footing.takeAway()
  footing.takeAway()
  expect([space.obstacles, space.waypoints, footing.isStanding]).toEqual([obstacles, waypoints, false])
})
