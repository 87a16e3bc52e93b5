import type { Object3D, PerspectiveCamera } from 'three'
import type { RoomView3D } from './build/room-view'

/** Something of its own that is drawn in the hall beside its rooms. */
export interface HallLayer {
  /** Called with each new canvas. */
  mount(rooms: RoomView3D[]): MountedLayer
}

export interface MountedLayer {
  objects: Object3D[]
  /** Before a frame; whether there should be another one soon, though the visitor stands still. */
  before(now: number): boolean
  /** After it, with the camera as it was; sizes in CSS pixels. */
  after(camera: PerspectiveCamera, width: number, height: number): void
  dispose(): void
}
