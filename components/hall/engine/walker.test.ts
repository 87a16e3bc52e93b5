import { describe, expect, it } from 'vitest'
import { pointOnWall } from '@/lib/hanging/walls'
import { spaceOf } from '../hall-works'
import { aimAt, angleTo } from './angles'
import { exhibitionOf } from './testing/exhibition-of'
import { createWalker, type Walker } from './walker'

function enter(prefersStill = false) {
  const space = spaceOf(exhibitionOf([100, 80, 120, 90, 100, 70]))
  const jumps: (() => void)[] = []
  const walker = createWalker(
    space,
    (move) => jumps.push(move),
    () => prefersStill,
  )
  walker.lens.resize(1440, 900)
  walker.standBefore(null)
  return { space, walker, jumps }
}

/** Runs frames of `frame` seconds until nothing moves, or for `most` seconds. */
function run(walker: Walker, frame: number, most = 30) {
  for (let time = 0; time < most; time += frame) if (!walker.step(frame)) return
}

describe('the visitor', () => {
  it('rests at the entrance until a key is pressed', () => {
    const { walker } = enter()
    expect(walker.pose).toMatchObject({ x: 0, yaw: 0 })
    expect(walker.step(1 / 60)).toBe(false)
  })

  it('has the whole title in view at the entrance of a narrow window', () => {
    const { space, walker } = enter()
    const { lens, pose } = walker
    lens.resize(390, 844)
    walker.standBefore(null)
    const [plan] = space.plans
    const { title } = plan ?? {}
    const wall = plan?.walls.find((one) => one.id === title?.wall)
    if (!title || !wall) throw new Error('a room without a title')
    const half = Math.atan(Math.tan(lens.fieldOfView / 2) * lens.aspect)
    for (const along of [title.at, title.at + title.width]) {
      expect(Math.abs(angleTo(pose.yaw, aimAt(pose, pointOnWall(wall, along))))).toBeLessThan(half)
    }
    expect(Math.abs(pose.yaw)).toBeGreaterThan(0)
  })

  it('walks as far on a slow device as on a fast one', () => {
    const distance = (frame: number) => {
      const { walker } = enter()
      const from = walker.pose.z
      walker.press('forward')
      run(walker, frame, 1.2)
      return from - walker.pose.z
    }
    expect(distance(1 / 60)).toBeGreaterThan(1.8)
    expect(Math.abs(distance(1 / 60) - distance(0.3))).toBeLessThan(0.5)
  })

  it('stops at the far wall and at the glass behind the entrance', () => {
    const { walker } = enter()
    walker.pose.x = -3
    walker.press('forward')
    run(walker, 1 / 30, 12)
    expect(walker.pose.z).toBeCloseTo(-6 + 0.35, 1)
    walker.releaseAll()
    walker.press('back')
    run(walker, 1 / 30, 12)
    expect(walker.pose.z).toBeCloseTo(6 - 0.35, 1)
  })

  it('answers a key that was let go before any frame', () => {
    const { walker } = enter()
    walker.press('turnLeft')
    walker.release('turnLeft')
    run(walker, 0.3)
    expect(walker.pose.yaw).toBeGreaterThan(0.2)
    expect(walker.step(0.3)).toBe(false)
  })

  it('looks up and down by keys, and stays where it is', () => {
    const { walker } = enter()
    const { x, z } = walker.pose
    walker.press('lookUp')
    run(walker, 1 / 60, 5)
    expect(walker.pose.pitch).toBeCloseTo(1.1)
    walker.release('lookUp')
    walker.press('lookDown')
    run(walker, 1 / 60, 5)
    expect(walker.pose.pitch).toBeCloseTo(-1.1)
    expect(walker.pose).toMatchObject({ x, z })
  })

  it('lets go of everything at once', () => {
    const { walker } = enter()
    walker.press('forward')
    walker.stick.y = 1
    walker.releaseAll()
    expect(walker.step(1 / 60)).toBe(false)
  })

  it('walks to a work and then sees it, from where it was to straight before it', () => {
    const { walker, space } = enter()
    space.works.forEach((work) => {
      walker.walkToWork(work.index)
      expect(walker.isWalking).toBe(true)
      run(walker, 1 / 20)
      expect(walker.isWalking).toBe(false)
      expect(walker.workInView()).toBe(work.index)
      expect(walker.pick(0.5, 0.5)).toMatchObject({ kind: 'work', index: work.index })
    })
  })

  it('puts the work into the middle of what the panel leaves free', () => {
    const { walker } = enter()
    walker.lens.cover(384 / 1440, 0)
    walker.walkToWork(2)
    run(walker, 1 / 20)
    expect(walker.pick((1440 - 384) / 2 / 1440, 0.5)).toMatchObject({ kind: 'work', index: 2 })
    expect(walker.pick(0.9, 0.5)).not.toMatchObject({ kind: 'work', index: 2 })
  })

  it('is there at once where motion is unwelcome', () => {
    const { walker, jumps } = enter(true)
    walker.walkToWork(3)
    // Until the view is covered one is on the way: what waits for the walk's end must not begin from where one stood.
    expect(walker.isWalking).toBe(true)
    jumps.at(-1)?.()
    expect(walker.isWalking).toBe(false)
    expect(walker.workInView()).toBe(3)
  })

  it('takes the wheel from a cut, too, and a later cut takes its place', () => {
    const { walker, jumps } = enter(true)
    walker.walkToWork(3)
    walker.press('back')
    walker.step(0.1)
    expect(walker.isWalking).toBe(false)
    const { x, z } = walker.pose
    jumps.at(-1)?.()
    expect(walker.pose).toMatchObject({ x, z })
    walker.releaseAll()
    walker.walkToWork(3)
    walker.walkToWork(1)
    jumps.at(-2)?.()
    expect(walker.isWalking).toBe(true)
    jumps.at(-1)?.()
    expect([walker.isWalking, walker.workInView()]).toEqual([false, 1])
  })

  it('a look while the view is covered leaves one before the work all the same', () => {
    const { walker, jumps } = enter(true)
    walker.walkToWork(3)
    walker.look(1, 0)
    jumps.at(-1)?.()
    run(walker, 0.1)
    expect([walker.placedBefore, walker.workInView()]).toEqual([3, 3])
  })

  it('keys take the wheel from a walk', () => {
    const { walker } = enter()
    walker.walkToWork(2)
    walker.step(0.1)
    walker.press('back')
    walker.step(0.1)
    expect(walker.isWalking).toBe(false)
    expect(walker.isStrolling).toBe(true)
  })

  it('looking around on a walk lets it go on, and leaves the head to the visitor', () => {
    const { walker, space } = enter()
    walker.walkToWork(2)
    run(walker, 1 / 20, 1)
    const { yaw, pitch } = walker.pose
    walker.look(1.2, 0.3)
    expect([walker.isWalking, walker.will]).toEqual([true, { steps: 0, looks: 1 }])
    run(walker, 1 / 20)
    expect(walker.pose).toMatchObject({ yaw: expect.closeTo(yaw + 1.2, 2), pitch: expect.closeTo(pitch + 0.3, 2) })
    const place = enter()
    place.walker.walkToWork(2)
    run(place.walker, 1 / 20)
    const { x, z } = place.walker.pose
    expect(walker.pose).toMatchObject({ x: expect.closeTo(x), z: expect.closeTo(z) })
    expect([walker.isWalking, walker.isStrolling, walker.placedBefore]).toEqual([false, false, -1])
    // The next one leads it again.
    walker.walkToWork(4)
    run(walker, 1 / 20)
    expect(walker.pick(0.5, 0.5)).toMatchObject({ kind: 'work', index: space.works[4]?.index })
  })

  it('so does turning by keys, which is looking; a step ends the walk', () => {
    const { walker } = enter()
    walker.walkToWork(2)
    run(walker, 1 / 20, 0.5)
    walker.press('turnLeft')
    run(walker, 1 / 20, 0.5)
    walker.release('turnLeft')
    expect([walker.isWalking, walker.isStrolling, walker.will.steps]).toEqual([true, false, 0])
    expect(walker.will.looks).toBeGreaterThan(0)
    walker.stick.y = 1
    walker.step(1 / 20)
    expect([walker.isWalking, walker.isStrolling, walker.will.steps]).toEqual([false, true, 1])
  })

  it('is turned by a leader to where they say, however often they say it, and that is no look of its own', () => {
    const { walker } = enter()
    for (let times = 0; times < 5; times++) walker.turnTo(0.8)
    run(walker, 1 / 20)
    expect(walker.pose.yaw).toBeCloseTo(0.8, 2)
    expect(walker.will.looks).toBe(0)
  })

  it('walks to where the floor was clicked', () => {
    const { walker } = enter()
    const hit = walker.pick(0.25, 0.85)
    if (hit?.kind !== 'floor') throw new Error('no floor there')
    walker.walkTo(hit.at)
    run(walker, 1 / 30)
    expect([walker.pose.x, walker.pose.z]).toEqual([expect.closeTo(hit.at[0], 1), expect.closeTo(hit.at[1], 1)])
  })
})

describe('a place in the address', () => {
  it('is stood on as it says', () => {
    const { walker } = enter()
    walker.standAt({ x: 1, z: 2.5, yaw: 0.7, pitch: 0.1 })
    expect(walker.pose).toMatchObject({ x: 1, z: 2.5, yaw: 0.7, pitch: 0.1 })
    expect(walker.placedBefore).toBe(-1)
  })

  it('in a wall is drawn to where one can stand, and outside the house to the entrance', () => {
    const { walker, space } = enter()
    walker.standAt({ x: 4.95, z: 0, yaw: 0, pitch: 0 })
    expect(walker.pose.x).toBeLessThan(4.66)
    walker.standAt({ x: 90, z: 0, yaw: 0, pitch: 0 })
    expect([walker.pose.x, walker.pose.z]).toEqual(space.plans[0]?.entrance.at)
  })

  it('is no longer that of a work once one looks away from it', () => {
    const { walker } = enter()
    walker.standBefore(2)
    expect(walker.placedBefore).toBe(2)
    walker.look(0.2, 0)
    expect(walker.placedBefore).toBe(-1)
  })
})
