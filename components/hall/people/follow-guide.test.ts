import { expect, test } from 'vitest'
import { exhibitionOf } from '../engine/testing/exhibition-of'
import { createWalker } from '../engine/walker'
import { spaceOf } from '../hall-works'
import { createCrowd } from './crowd'
import { createFollower } from './follow-guide'

/** A room with a guide in it, and a visitor at its entrance who follows. `pass` lets time go by as the hall does. */
function enter(at: { x: number; z: number; yaw: number }) {
  const space = spaceOf(exhibitionOf([100, 80, 120]))
  const walker = createWalker(
    space,
    (move) => move(),
    () => false,
  )
  walker.lens.resize(1440, 900)
  walker.standBefore(null)
  const crowd = createCrowd(() => false)
  let now = 0
  const figure = (x: number, z: number, yaw: number) => [x, z, yaw].map((value) => Math.round(value * 100))
  const [x = 0, z = 0, yaw = 0] = figure(at.x, at.z, at.yaw)
  crowd.hear(
    { count: 2, paceMs: 300, isWhole: true, here: [['g', x, z, yaw, 'G', true]], moved: [], gone: [] },
    null,
    now,
  )
  const follow = createFollower(walker, () => false)
  return {
    walker,
    guideGoes(toX: number, toZ: number, toYaw: number) {
      const [gx = 0, gz = 0, turn = 0] = figure(toX, toZ, toYaw)
      crowd.hear({ count: 2, paceMs: 300, isWhole: false, here: [], moved: [['g', gx, gz, turn]], gone: [] }, null, now)
    },
    pass(seconds: number) {
      const end = now + seconds * 1000
      for (let frame = 0; now < end; frame++) {
        now += 50
        crowd.step(now)
        walker.step(0.05)
        const guide = crowd.find('g')
        if (guide && frame % 6 === 0) follow(guide, now)
      }
    },
  }
}

const start = { x: 0, z: 0, yaw: 0.6 }

test('one walks after the guide, and is turned to what they look at', () => {
  const { walker, pass } = enter(start)
  pass(8)
  expect(Math.hypot(walker.pose.x - Math.sin(0.6) * 1.5, walker.pose.z - Math.cos(0.6) * 1.5)).toBeLessThan(1.2)
  expect(Math.abs(walker.pose.yaw - 0.6)).toBeLessThan(0.13)
  expect(walker.will).toEqual({ steps: 0, looks: 0 })
})

test('who looks around meanwhile is not turned back', () => {
  const { walker, pass } = enter(start)
  pass(8)
  walker.look(1.4, 0.2)
  pass(8)
  expect(walker.pose).toMatchObject({ yaw: expect.closeTo(0.6 + 1.4, 0), pitch: expect.closeTo(0.2, 2) })
})

test('they are still led on, looking where they look, until the guide rests before the next thing', () => {
  const { walker, pass, guideGoes } = enter(start)
  pass(8)
  walker.look(1.4, 0)
  pass(1)
  const { yaw } = walker.pose
  // A step at a time, as news come.
  guideGoes(-0.6, -0.9, 0.6)
  pass(3)
  guideGoes(-1.2, -1.8, 0.6)
  pass(0.6)
  expect(walker.pose.yaw).toBeCloseTo(yaw, 3)
  const { z } = walker.pose
  guideGoes(-2, -3, 0.2)
  pass(10)
  expect(walker.pose.z).toBeLessThan(z - 0.5)
  expect(Math.abs(walker.pose.yaw - 0.2)).toBeLessThan(0.13)
})

test('asking anew, one is turned again', () => {
  const { walker, pass } = enter(start)
  pass(8)
  walker.look(1.4, 0)
  pass(1)
  const guide = { x: 0, z: 0, toX: 0, toZ: 0, toYaw: 0.6 } as Parameters<ReturnType<typeof createFollower>>[0]
  const again = createFollower(walker, () => false)
  for (let now = 0; now < 3_000; now += 300) {
    again(guide, now)
    for (let frame = 0; frame < 6; frame++) walker.step(0.05)
  }
  expect(Math.abs(walker.pose.yaw - 0.6)).toBeLessThan(0.13)
})
