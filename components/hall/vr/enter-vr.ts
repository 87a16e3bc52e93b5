import type { PerspectiveCamera, Scene, WebGLRenderer } from 'three'
import type { Pose } from '@/lib/hanging/viewing-pose'
import type { HallSpace } from '../hall-works'
import { createHand } from './hand'
import { createRig } from './rig'

export interface VrParts {
  gl: WebGLRenderer
  scene: Scene
  camera: PerspectiveCamera
  space: HallSpace
  /** Where the visitor stands when they put the headset on. */
  pose: Pose
  /** They took it off, or left by the system's button. */
  onEnd(): void
}

export interface VrVisit {
  /** To be called before each frame: hands point, sticks turn. Answers where the head is on the plan. */
  step(): Pose
  leave(): void
}

/**
 * Goes into the hall with a headset: two eyes at their own height, hands that point and teleport by trigger or stick, sticks that turn by thirty
 * degrees. To be called out of a click.
 *
 * @throws {Error} where the browser has no session to give
 */
export async function enterVr({ gl, scene, camera, space, pose, onEnd }: VrParts): Promise<VrVisit> {
  const session = await navigator.xr?.requestSession('immersive-vr', { requiredFeatures: ['local-floor'] })
  if (!session) throw new Error('no session')
  const rig = createRig(camera)
  const hands = [0, 1].map((index) => createHand(gl, index, rig, scene, space))
  scene.add(rig.group)
  const end = () => {
    for (const hand of hands) hand.dispose()
    rig.dispose()
    onEnd()
  }
  gl.xr.setReferenceSpaceType('local-floor')
  try {
    await gl.xr.setSession(session)
  } catch (error) {
    end()
    // One that nothing is drawn for would keep the headset dark.
    await session.end().catch(() => undefined)
    throw error
  }
  session.addEventListener('end', end)

  let last: Pose = { ...pose }
  // Nobody puts a headset on just where its floor has its middle, facing along it.
  let due: Pose | null = last
  const floor = gl.xr.getReferenceSpace()
  // After the system's own "recentre" that middle is elsewhere: one still stands where one stood.
  floor?.addEventListener('reset', () => {
    due = last
  })

  return {
    step() {
      if (!floor || !gl.xr.getFrame().getViewerPose(floor)) return last
      gl.xr.updateCamera(camera)
      if (due) rig.stand(due)
      due = null
      for (const hand of hands) hand.step(rig.head())
      last = rig.head()
      return last
    },
    leave() {
      session.end().catch(() => undefined)
    },
  }
}
