import { Group, type PerspectiveCamera, Quaternion, Vector3 } from 'three'
import type { Pose } from '@/lib/hanging/viewing-pose'

/** The floor that a headset and its hands are tracked on. It is this that moves through the hall: where the head is on it, the body says. */
export interface Rig {
  group: Group
  /** Where the head is on the plan. */
  head(): Pose
  /** Moves so that the head is there and looks so, wherever it is on its own floor. */
  stand(at: Pose): void
  /** About the head, not about where the headset was put on. */
  turn(by: number): void
  /** Gives the camera back. */
  dispose(): void
}

const point = new Vector3()
const way = new Vector3()
const turned = new Quaternion()

export function createRig(camera: PerspectiveCamera): Rig {
  const group = new Group()
  camera.clearViewOffset()
  camera.position.set(0, 0, 0)
  camera.rotation.set(0, 0, 0)
  group.add(camera)

  function head(): Pose {
    way.set(0, 0, -1).applyQuaternion(camera.getWorldQuaternion(turned))
    camera.getWorldPosition(point)
    return { x: point.x, z: point.z, yaw: Math.atan2(-way.x, -way.z), pitch: 0 }
  }
  /** So that the head is over this point again. */
  function moveUnder(x: number, z: number): void {
    group.updateMatrixWorld(true)
    camera.getWorldPosition(point)
    group.position.x += x - point.x
    group.position.z += z - point.z
    group.updateMatrixWorld(true)
  }
  function turn(by: number): void {
    const { x, z } = head()
    group.rotation.y += by
    moveUnder(x, z)
  }
  return {
    group,
    head,
    stand(at) {
      turn(at.yaw - head().yaw)
      moveUnder(at.x, at.z)
    },
    turn,
    dispose() {
      group.remove(camera)
      group.removeFromParent()
    },
  }
}
