import {
  Group,
  Mesh,
  type PerspectiveCamera,
  Quaternion,
  RingGeometry,
  type Scene,
  ShaderMaterial,
  Vector3,
  type WebGLRenderer,
  type XRTargetRaySpace,
} from 'three'
import type { Pose } from '@/lib/hanging/viewing-pose'
import type { HallSpace } from '../hall-works'
import { teleportTarget } from './teleport'

export interface VrParts {
  gl: WebGLRenderer
  scene: Scene
  camera: PerspectiveCamera
  space: HallSpace
  /** Where the visitor stands when they put the headset on. */
  pose: Pose
  /** They took it off, and stand here. */
  onEnd(pose: Pose): void
}

export interface VrVisit {
  /** To be called before each frame: hands point, sticks turn. Answers where the head is on the plan. */
  step(): Pose
}

/** A turn by the stick, radians: in one go, which no stomach minds. */
const snap = Math.PI / 6

/**
 * Goes into the hall with a headset: two eyes at their own height, hands that point and teleport by their trigger, sticks that turn by thirty
 * degrees. To be called out of a click.
 *
 * @throws {Error} where the browser has no session to give
 */
export async function enterVr({ gl, scene, camera, space, pose, onEnd }: VrParts): Promise<VrVisit> {
  const session = await navigator.xr?.requestSession('immersive-vr', { requiredFeatures: ['local-floor'] })
  if (!session) throw new Error('no session')
  const rig = new Group()
  rig.position.set(pose.x, 0, pose.z)
  rig.rotation.y = pose.yaw
  camera.clearViewOffset()
  camera.position.set(0, 0, 0)
  camera.rotation.set(0, 0, 0)
  rig.add(camera)
  const marks = [0, 1].map((index) => {
    const hand = gl.xr.getController(index)
    const mark = makeMark()
    rig.add(hand)
    scene.add(mark)
    hand.addEventListener('selectend', () => {
      const target = pointedAt(hand, space, yawOf(camera))
      if (target) standAt(rig, camera, target)
    })
    return { hand, mark }
  })
  scene.add(rig)
  gl.xr.setReferenceSpaceType('local-floor')
  await gl.xr.setSession(session)
  let isTurned = false

  session.addEventListener('end', () => {
    const last = headOf(camera)
    for (const { mark } of marks) {
      mark.removeFromParent()
      mark.geometry.dispose()
      mark.material.dispose()
    }
    rig.remove(camera)
    rig.removeFromParent()
    onEnd(last)
  })

  return {
    step() {
      const stick = stickOf(session)
      if (Math.abs(stick) > 0.7 && !isTurned) turn(rig, camera, -Math.sign(stick) * snap)
      isTurned = Math.abs(stick) > 0.4
      for (const { hand, mark } of marks) {
        const target = hand.visible ? pointedAt(hand, space, 0) : null
        mark.visible = target !== null
        if (target) mark.position.set(target.x, 0.012, target.z)
      }
      return headOf(camera)
    },
  }
}

const point = new Vector3()
const way = new Vector3()
const turned = new Quaternion()

function pointedAt(hand: XRTargetRaySpace, space: HallSpace, yaw: number): Pose | null {
  hand.updateWorldMatrix(true, false)
  point.setFromMatrixPosition(hand.matrixWorld)
  way.set(0, 0, -1).transformDirection(hand.matrixWorld)
  return teleportTarget({ x: point.x, y: point.y, z: point.z, dx: way.x, dy: way.y, dz: way.z }, space, yaw)
}

function yawOf(camera: PerspectiveCamera): number {
  way.set(0, 0, -1).applyQuaternion(camera.getWorldQuaternion(turned))
  return Math.atan2(-way.x, -way.z)
}

function headOf(camera: PerspectiveCamera): Pose {
  camera.getWorldPosition(point)
  return { x: point.x, z: point.z, yaw: yawOf(camera), pitch: 0 }
}

/** The room moves so that the head is where one wants to stand, whatever it did since. */
function standAt(rig: Group, camera: PerspectiveCamera, target: Pose): void {
  turn(rig, camera, target.yaw - yawOf(camera))
  camera.getWorldPosition(point)
  rig.position.x += target.x - point.x
  rig.position.z += target.z - point.z
  rig.updateMatrixWorld(true)
}

/** About the head, not about where the headset was put on. */
function turn(rig: Group, camera: PerspectiveCamera, by: number): void {
  camera.getWorldPosition(point)
  const [x, z] = [point.x, point.z]
  rig.rotation.y += by
  rig.updateMatrixWorld(true)
  camera.getWorldPosition(point)
  rig.position.x += x - point.x
  rig.position.z += z - point.z
  rig.updateMatrixWorld(true)
}

function stickOf(session: XRSession): number {
  for (const { gamepad } of session.inputSources) {
    const across = gamepad?.axes[2] ?? 0
    if (Math.abs(across) > 0.4) return across
  }
  return 0
}

/** A ring on the floor where one would stand. */
function makeMark(): Mesh<RingGeometry, ShaderMaterial> {
  const material = new ShaderMaterial({
    vertexShader: 'void main() { gl_Position = projectionMatrix * modelViewMatrix * vec4(position, 1.0); }',
    fragmentShader: 'void main() { gl_FragColor = vec4(0.98, 0.96, 0.92, 0.85); }',
    transparent: true,
    depthWrite: false,
  })
  const mark = new Mesh(new RingGeometry(0.22, 0.27, 40), material)
  mark.rotation.x = -Math.PI / 2
  mark.visible = false
  return mark
}
