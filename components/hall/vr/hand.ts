import { type Scene, Vector3, type WebGLRenderer } from 'three'
import type { Pose } from '@/lib/hanging/viewing-pose'
import type { HallSpace } from '../hall-works'
import { createPointer } from './pointer'
import type { Rig } from './rig'
import { createStick, stickOf } from './stick'
import { teleportTarget } from './teleport'

export interface Hand {
  /** Once a frame, with where the head is: shows where it points, and does what its stick asks for. */
  step(head: Pose): void
  dispose(): void
}

/** A turn by the stick, radians: in one go, which no stomach minds. */
const snap = Math.PI / 6

const point = new Vector3()
const way = new Vector3()

/** One of the two hands, or what stands for one: a controller, a pinch. Letting its trigger go leads to where it points. */
export function createHand(gl: WebGLRenderer, index: number, rig: Rig, scene: Scene, space: HallSpace): Hand {
  const hand = gl.xr.getController(index)
  const pointer = createPointer()
  const readStick = createStick()
  let source: XRInputSource | null = null
  hand.add(pointer.ray)
  rig.group.add(hand)
  scene.add(pointer.ring)

  function target(head: Pose): Pose | null {
    hand.updateWorldMatrix(true, false)
    point.setFromMatrixPosition(hand.matrixWorld)
    way.set(0, 0, -1).transformDirection(hand.matrixWorld)
    return teleportTarget({ x: point.x, y: point.y, z: point.z, dx: way.x, dy: way.y, dz: way.z }, space, head)
  }
  function go(): void {
    const to = target(rig.head())
    if (to) rig.stand(to)
  }
  const connect = ({ data }: { data: XRInputSource }) => {
    source = data
  }
  const disconnect = () => {
    source = null
    pointer.show(null)
  }
  hand.addEventListener('connected', connect)
  hand.addEventListener('disconnected', disconnect)
  hand.addEventListener('selectend', go)
  return {
    step(head) {
      const wish = source?.gamepad ? readStick(...stickOf(source.gamepad.axes)) : null
      if (wish === 'go') go()
      else if (wish) rig.turn(wish === 'left' ? snap : -snap)
      pointer.show(hand.visible ? target(wish ? rig.head() : head) : null)
    },
    dispose() {
      // The renderer keeps its controllers for the next visit.
      hand.removeEventListener('connected', connect)
      hand.removeEventListener('disconnected', disconnect)
      hand.removeEventListener('selectend', go)
      hand.removeFromParent()
      pointer.dispose()
    },
  }
}
