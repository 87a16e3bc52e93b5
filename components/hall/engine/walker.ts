import { castRay, type RayHit } from '@/lib/hanging/cast-ray'
import { findPath } from '@/lib/hanging/find-path'
import { measures } from '@/lib/hanging/measures'
import { moveInto } from '@/lib/hanging/move'
import type { Point } from '@/lib/hanging/plan'
import { type Pose, type ViewingPose, viewingPose } from '@/lib/hanging/viewing-pose'
import { type HallSpace, roomAt } from '../hall-works'
import { aimAt, angleTo } from './angles'
import { type Controls, createControls } from './controls'
import { createLens, type Lens } from './lens'
import { nearestInView } from './nearest-in-view'
import { rayThrough } from './ray-through'
import { entrancePose, standable } from './standing-place'
import { createWalk, type Walk } from './walk'

/** Metres a second, and radians a second for turning and looking up by keys. */
const speeds = { stroll: 2.1, brisk: 3.8, turn: 1.5, tilt: 0.8 } as const
/** A step never counts for more than this, seconds: a tab that slept does not throw its visitor across the room. */
const longestStep = { stroll: 0.4, walk: 1 } as const

export interface Walker extends Omit<Controls, 'read'> {
  readonly pose: Pose
  readonly lens: Lens
  /** The visitor turns their head by radians. A walk goes on, and leaves the head to them from then on. */
  look(dx: number, dy: number): void
  /** Somebody who leads turns the visitor's head to this yaw: no will of their own. */
  turnTo(yaw: number): void
  walkToWork(index: number): void
  /** With `keepsHead` one looks where one looked, all the way. */
  walkTo(at: Point, keepsHead?: boolean): void
  /** Walks to a place and looks as it says; one that nobody can stand on is drawn to where one can. */
  walkToPose(target: Pose): void
  /** Stands at once before a work, or at the entrance for null. */
  standBefore(index: number | null): void
  standAt(target: Pose): void
  /** Somebody moves by their own feet, with a headset: where they are is where they are, as long as it is in the hall. */
  carry(to: Pose): void
  /** What lies under a point of the screen, 0 to 1 from the left and from the top. */
  pick(across: number, down: number): RayHit | null
  /** Moves on by `seconds`; whether anything moved or still will. */
  step(seconds: number): boolean
  /** The work that the visitor stands before and looks at, or -1. */
  workInView(): number
  /** The work that one was led to and has not moved or looked away from since, or -1. */
  readonly placedBefore: number
  /** Whether a walk is under way, or the cut in place of one. */
  readonly isWalking: boolean
  /** Whether the last steps were the visitor's own (keys or stick), not a walk. */
  readonly isStrolling: boolean
  /** How often the visitor has moved by their own feet (keys, stick), and turned their head: to be compared with what it was. */
  readonly will: { readonly steps: number; readonly looks: number }
}

/**
 * The visitor: where they stand, how they look, and how both change. No graphics and no React: steps with time, allocates nothing while
 * it does, and says whether another frame is worth drawing. `jump` is called in place of long walks when motion is
 * unwelcome or no way leads there: it should hide the view, call back, and show it again.
 */
export function createWalker(space: HallSpace, jump: (move: () => void) => void, prefersStill: () => boolean): Walker {
  const pose: Pose = { x: 0, z: 0, yaw: 0, pitch: 0 }
  const at: Point = [0, 0]
  const velocity: Point = [0, 0]
  const { read: readControls, ...controls } = createControls()
  const lens = createLens()
  let walk: Walk | null = null
  let turnBy = 0
  let tiltBy = 0
  let isStrolling = false
  let placedBefore = -1
  /** The visitor looked around on this walk: where they look is theirs. */
  let isHeadFree = false
  /** Counts the cuts in place of walks; the one that is under way, or 0. */
  let cuts = 0
  let cut = 0
  const will = { steps: 0, looks: 0 }

  function stand(target: Pose): void {
    walk = null
    cut = 0
    velocity[0] = velocity[1] = 0
    turnBy = tiltBy = 0
    pose.x = target.x
    pose.z = target.z
    pose.yaw = target.yaw
    pose.pitch = target.pitch
  }

  function start(target: Pose, focus: Point | null, keepsHead = false): void {
    isStrolling = false
    isHeadFree = keepsHead
    walk = null
    cut = 0
    const path = findPath([pose.x, pose.z], [target.x, target.z], measures.bodyRadius, space.obstacles, space.waypoints)
    if (path && !prefersStill()) {
      walk = createWalk({ ...pose }, path, target, focus)
      return
    }
    const mine = ++cuts
    cut = mine
    jump(() => {
      // Somebody who took the wheel while the view was covered stays where they are.
      if (cut === mine) stand(isHeadFree ? { ...target, yaw: pose.yaw, pitch: pose.pitch } : target)
    })
  }

  function noteLook(): void {
    will.looks++
    // A cut is over before one could look about: one arrives as one asked to.
    if (cut > 0) return
    placedBefore = -1
    if (walk) isHeadFree = true
  }

  function poseBefore(index: number): ViewingPose | null {
    const work = space.works[index]
    return work ? viewingPose(work.placement, lens.target(), space.obstacles) : null
  }

  function stroll(seconds: number): boolean {
    const { forward, sideways, turning, tilting, isBrisk } = readControls()
    const wantsSteps = forward !== 0 || sideways !== 0
    const wantsLooks = turning !== 0 || tilting !== 0
    const wants = wantsSteps || wantsLooks
    if (wantsSteps) {
      walk = null
      cut = 0
      will.steps++
    }
    if (wantsLooks) noteLook()
    if (wants && !walk && cut === 0) {
      isStrolling = true
      placedBefore = -1
      lens.rise(0)
    }
    const length = Math.max(1, Math.hypot(forward, sideways))
    const speed = (isBrisk ? speeds.brisk : speeds.stroll) / length
    const [sin, cos] = [Math.sin(pose.yaw), Math.cos(pose.yaw)]
    const grip = 1 - Math.exp(-9 * seconds)
    velocity[0] += ((cos * sideways - sin * forward) * speed - velocity[0]) * grip
    velocity[1] += ((-sin * sideways - cos * forward) * speed - velocity[1]) * grip
    turnBy += turning * speeds.turn * seconds
    tiltBy += tilting * speeds.tilt * seconds
    if (Math.hypot(velocity[0], velocity[1]) < 0.01 && !wants) {
      velocity[0] = velocity[1] = 0
      return false
    }
    at[0] = pose.x
    at[1] = pose.z
    moveInto(at, at, velocity[0] * seconds, velocity[1] * seconds, measures.bodyRadius, space.obstacles)
    pose.x = at[0]
    pose.z = at[1]
    return true
  }

  function turnHead(seconds: number): boolean {
    if (Math.abs(turnBy) + Math.abs(tiltBy) < 1e-4) return false
    const share = 1 - Math.exp(-16 * seconds)
    pose.yaw += turnBy * share
    pose.pitch = Math.max(-1.1, Math.min(1.1, pose.pitch + tiltBy * share))
    turnBy *= 1 - share
    tiltBy *= 1 - share
    return true
  }

  return {
    ...controls,
    pose,
    lens,
    look(dx, dy) {
      noteLook()
      turnBy += dx
      tiltBy += dy
    },
    turnTo(yaw) {
      placedBefore = -1
      // Not added up: whoever leads may say so several times before a slow device draws a frame.
      turnBy = angleTo(pose.yaw, yaw)
    },
    walkToWork(index) {
      const target = poseBefore(index)
      const placement = space.works[index]?.placement
      if (!target || !placement) return
      lens.rise(target.rise)
      placedBefore = index
      start(target, [placement.x, placement.z])
    },
    walkTo(point, keepsHead = false) {
      lens.rise(0)
      placedBefore = -1
      // A step back from where something stands too near, so that every click on the floor can be answered.
      const yaw = Math.hypot(point[0] - pose.x, point[1] - pose.z) > 0.4 ? aimAt(pose, point) : pose.yaw
      moveInto(at, [pose.x, pose.z], point[0] - pose.x, point[1] - pose.z, measures.bodyRadius, space.obstacles)
      const isOpen = findPath([pose.x, pose.z], point, measures.bodyRadius, space.obstacles, space.waypoints) !== null
      start({ x: isOpen ? point[0] : at[0], z: isOpen ? point[1] : at[1], yaw, pitch: 0 }, null, keepsHead)
    },
    walkToPose(target) {
      lens.rise(0)
      placedBefore = -1
      start(standable(target, space, lens), null)
    },
    standAt(target) {
      lens.rise(0)
      placedBefore = -1
      stand(standable(target, space, lens))
      lens.settle()
    },
    carry(to) {
      if (roomAt(space, to) < 0) return
      isStrolling = false
      placedBefore = -1
      stand(to)
    },
    standBefore(index) {
      const target = index === null ? null : poseBefore(index)
      placedBefore = target && index !== null ? index : -1
      lens.rise(target?.rise ?? 0)
      stand(target ?? entrancePose(space, lens))
      lens.settle()
    },
    pick(across, down) {
      return castRay(rayThrough(pose, lens, across, down), space.plans, space.placements, measures.doorHeight)
    },
    step(seconds) {
      const time = Math.min(longestStep.walk, seconds)
      const isStepping = stroll(Math.min(longestStep.stroll, seconds))
      const isWalking = walk !== null && !walk.step(time, pose, !isHeadFree)
      if (walk && !isWalking) walk = null
      const isTurning = turnHead(time)
      const isFocusing = lens.step(time)
      return isStepping || isWalking || isTurning || isFocusing
    },
    workInView: () => nearestInView(space, pose),
    get placedBefore() {
      return placedBefore
    },
    get isWalking() {
      return walk !== null || cut > 0
    },
    get isStrolling() {
      return isStrolling
    },
    will,
  }
}
