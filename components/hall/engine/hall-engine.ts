import { Color, type PerspectiveCamera, type Scene, type Texture, type WebGLRenderer } from 'three'
import { atmosphereOf } from '@/lib/hanging/atmospheres'
import { measures } from '@/lib/hanging/measures'
import type { Point } from '@/lib/hanging/plan'
import type { Pose } from '@/lib/hanging/viewing-pose'
import { sightOf } from '@/lib/hanging/visible-rooms'
import { isInside, outline } from '@/lib/hanging/walls'
import type { RoomView3D } from '../build/room-view'
import type { HallSpace } from '../hall-works'
import type { Air } from '../shaders/pane-material'
import { createFrameClock } from './frame-clock'
import { createMirror } from './mirror'
import { createReflection } from './reflection'
import { createResolution } from './resolution'
import { createTextureLadder } from './texture-ladder'
import type { Walker } from './walker'

export interface EngineEvents {
  /**
   * At most some five times a second while something moves, and once when it has come to rest. `isComplete`: the room stands still, drawn in
   * full, every room furnished and every picture that can be had on its wall.
   */
  onPose(isComplete: boolean): void
  onFirstFrame(): void
  prefersStill(): boolean
}

export interface HallEngine {
  /** Draws one frame; whether another one is worth drawing. `othersMove`: something does beside the visitor. */
  frame(
    gl: WebGLRenderer,
    scene: Scene,
    camera: PerspectiveCamera,
    cssHeight: number,
    pixelRatio: number,
    othersMove: boolean,
  ): boolean
  /** Draws one frame for a headset, whose head is at `head`: both eyes, without the floor's mirror image. */
  frameInVr(gl: WebGLRenderer, scene: Scene, camera: PerspectiveCamera, head: Pose): void
  /** Something is about to move: time counts from now, not from the first frame that shows it. */
  begin(): void
  dispose(): void
}

/** A picture comes up over its stand-in in this time, seconds. */
const fadeIn = 0.45
const reportEvery = 180
/** A picture that was drawn coarsely while it changed is drawn in full after this, milliseconds. */
const sharpAfter = 260
/** Bytes of pictures on the graphics card: a phone gets half. */
const budgets = { wide: 112 * 2 ** 20, narrow: 56 * 2 ** 20 } as const

/** However slow a device is, water does not jump, seconds a frame. */
const slowestStep = 0.1

const isFurnished = (room: RoomView3D) => room.isFurnished

/** What happens in a frame, outside React: the visitor moves, pictures arrive, the floor's mirror image and the room are drawn. */
export function createHallEngine(
  space: HallSpace,
  walker: Walker,
  rooms: RoomView3D[],
  events: EngineEvents,
  wake: () => void,
  options: { isSoftware: boolean; air: Air },
): HallEngine {
  const mirror = createMirror(rooms)
  const sight = sightOf(space.plans)
  const seen = new Uint8Array(rooms.length)
  const outlines = space.plans.map(outline)
  const wallColours = space.plans.map((plan) => new Color(...atmosphereOf(plan).wall.colour).multiplyScalar(0.8))
  const resolution = createResolution(options.isSoftware)
  const reflection = createReflection(options.isSoftware)
  const fades = new Float32Array(space.works.length)
  const pictures = rooms.flatMap((room) => room.pictures)
  const isNarrow = Math.min(window.innerWidth, window.innerHeight) < 700
  const ladder = createTextureLadder(space.works, isNarrow ? budgets.narrow : budgets.wide, showPicture, wake)
  const clock = createFrameClock()
  let reported = 0
  let drawnAt = -1
  let present = -1
  let isFirst = true
  /** When the picture last changed; it is drawn in full once it has been still for a moment. */
  let changedAt = 0
  let timer: ReturnType<typeof setTimeout> | undefined
  document.addEventListener('visibilitychange', clock.skip)

  function showPicture(index: number, texture: Texture | null, isNew: boolean): void {
    const picture = pictures[index]
    if (!picture) return
    picture.mesh.visible = texture !== null
    picture.uniforms.picture.value = texture
    if (isNew) fades[index] = events.prefersStill() ? 1 : 0
    picture.uniforms.presence.value = fades[index] as number
  }

  function fade(seconds: number): boolean {
    let isFading = false
    for (let i = 0; i < fades.length; i++) {
      const uniforms = pictures[i]?.uniforms
      if (!uniforms?.picture.value || (fades[i] as number) >= 1) continue
      fades[i] = Math.min(1, (fades[i] as number) + seconds / fadeIn)
      uniforms.presence.value = fades[i] as number
      isFading = true
    }
    return isFading
  }

  /** The room that one is in, and those that can be seen through its doors; what is hidden is not drawn. */
  function lookThroughDoors(): void {
    const { aspect, fieldOfView, shiftX } = walker.lens
    // Looking up or down, the picture's corners reach farther round.
    const lean = Math.abs(walker.pose.pitch) + fieldOfView / 2
    const wide = (Math.tan(fieldOfView / 2) * aspect) / Math.max(0.2, Math.cos(lean))
    lookFrom(walker.pose, Math.atan(wide * (1 - shiftX)), Math.atan(wide * (1 + shiftX)))
  }

  function lookFrom({ x, z, yaw }: Pose, left: number, right: number): void {
    for (let i = 0; i < outlines.length; i++) {
      if (isInside(x, z, outlines[i] as Point[])) present = i
    }
    sight.see(seen, Math.max(0, present), x, z, yaw, left, right)
    for (let i = 0; i < rooms.length; i++) (rooms[i] as RoomView3D).group.visible = seen[i] === 1
  }

  /** Answers whether this frame is drawn in full. */
  function setResolution(gl: WebGLRenderer, pixelRatio: number, isStill: boolean): boolean {
    const isSharp = isStill || resolution.share >= 1
    const ratio = pixelRatio * (isSharp ? 1 : resolution.share)
    if (Math.abs(ratio - drawnAt) < 0.001 && Math.abs(gl.getPixelRatio() - ratio) < 0.001) return isSharp
    drawnAt = ratio
    gl.setPixelRatio(ratio)
    return isSharp
  }

  return {
    frame(gl, scene, camera, cssHeight, pixelRatio, othersMove) {
      const now = performance.now()
      const seconds = clock.tick(now)
      const isMoving = walker.step(seconds)
      if (clock.isMeasure) {
        reflection.measure(seconds, resolution.share)
        resolution.measure(seconds)
      }
      // Water moves while somebody does, and is never what a frame is drawn for.
      if ((isMoving || othersMove) && !events.prefersStill()) options.air.value += Math.min(seconds, slowestStep)
      lookThroughDoors()
      aim(camera, walker)
      const hasUploaded = ladder.upload(gl)
      ladder.look(walker.pose, (cssHeight * pixelRatio) / (2 * Math.tan(walker.lens.fieldOfView / 2)), seen)
      const isFading = fade(seconds)
      const isChanging = isMoving || hasUploaded || isFading || isFirst
      if (isChanging) changedAt = now
      const isSharp = setResolution(gl, pixelRatio, now - changedAt > sharpAfter)
      mirror.draw(gl, camera, present, reflection.isShown(resolution.share, isSharp))
      gl.render(scene, camera)
      if (isFirst) events.onFirstFrame()
      isFirst = false
      const goesOn = isMoving || hasUploaded || isFading
      clock.end(goesOn)
      clearTimeout(timer)
      if (!goesOn && !isSharp) timer = setTimeout(wake, sharpAfter + 20)
      if (now - reported > reportEvery || !goesOn) {
        reported = now
        events.onPose(isSharp && !goesOn && !ladder.isBusy && rooms.every(isFurnished))
      }
      return goesOn
    },
    frameInVr(gl, scene, camera, head) {
      const now = performance.now()
      const seconds = clock.tick(now)
      clock.skip()
      walker.carry(head)
      if (!events.prefersStill()) options.air.value += Math.min(seconds, slowestStep)
      lookFrom(head, 1.4, 1.4)
      const hasUploaded = ladder.upload(gl)
      // Dots an angle as a headset has them today, seen straight ahead.
      ladder.look(head, 1200, seen)
      const isFading = fade(seconds)
      mirror.leaveOut()
      // Without the window's fine edges a hair of what lies behind shows where walls meet: it should be of their colour.
      gl.setClearColor(wallColours[Math.max(0, present)] as Color)
      gl.render(scene, camera)
      if (now - reported < reportEvery) return
      reported = now
      events.onPose(!hasUploaded && !isFading && !ladder.isBusy && rooms.every(isFurnished))
    },
    begin() {
      clock.begin(performance.now())
    },
    dispose() {
      clearTimeout(timer)
      document.removeEventListener('visibilitychange', clock.skip)
      ladder.dispose()
      mirror.dispose()
      for (const room of rooms) room.dispose()
    },
  }
}

function aim(camera: PerspectiveCamera, walker: Walker): void {
  const { pose, lens } = walker
  camera.position.set(pose.x, measures.eyeHeight, pose.z)
  camera.rotation.set(pose.pitch, pose.yaw, 0, 'YXZ')
  camera.fov = (lens.fieldOfView * 180) / Math.PI
  // Any unit serves for the whole picture (its shape becomes the camera's aspect); the shift is a share of half of it.
  const wide = 2 * lens.aspect
  camera.setViewOffset(wide, 2, lens.shiftX * lens.aspect, -lens.shiftY, wide, 2)
  camera.updateMatrixWorld()
}
