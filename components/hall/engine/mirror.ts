import { Color, type PerspectiveCamera, Scene, Vector2, type WebGLRenderer } from 'three'
import type { MirrorTarget } from '../build/mirror-target'
import type { RoomView3D } from '../build/room-view'

export interface Mirror {
  /** Draws what the floor of the present room mirrors, where it is wanted; else the floor shows its plain sheen. */
  draw(gl: WebGLRenderer, camera: PerspectiveCamera, room: number, isWanted: boolean): void
  /** Every floor shows its plain sheen: a mirror image is of one eye and of one frame. */
  leaveOut(): void
  dispose(): void
}

const quarter = 0.36

/**
 * The floor's mirror image: the present room upside down under the floor, at a third of the resolution, a handful of draws of
 * lean materials. Each room's floor reads it back, blurred by height.
 */
export function createMirror(rooms: RoomView3D[]): Mirror {
  const scenes = rooms.map((room) => {
    const scene = new Scene()
    scene.background = new Color(0, 0, 0)
    scene.add(room.mirrored)
    return scene
  })
  const size = new Vector2()
  return {
    draw(gl, camera, room, isWanted) {
      const view = rooms[room]
      const scene = scenes[room]
      if (!view || !scene) return
      gl.getDrawingBufferSize(size)
      const target: MirrorTarget = view.mirrorTarget
      target.fit(Math.ceil(size.x * quarter), Math.ceil(size.y * quarter))
      for (const other of rooms) other.setMirror(size.x, size.y, isWanted && other === view)
      if (!isWanted) return
      gl.setRenderTarget(target.target)
      gl.render(scene, camera)
      gl.setRenderTarget(null)
    },
    leaveOut() {
      for (const room of rooms) room.setMirror(1, 1, false)
    },
    dispose() {
      for (const scene of scenes) scene.clear()
    },
  }
}
