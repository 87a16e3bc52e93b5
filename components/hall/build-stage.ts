import { PerspectiveCamera, Scene, type WebGLRenderer } from 'three'
import type { Plan } from '@/lib/hanging/plan'
import { boundsOf } from '@/lib/hanging/walls'
import type { Furnishing } from './build/furnish-room'
import { createRoomsShare, createRoomView, type RoomView3D } from './build/room-view'
import { createHallEngine, type EngineEvents, type HallEngine } from './engine/hall-engine'
import type { Walker } from './engine/walker'
import type { HallSpace } from './hall-works'
import type { MountedLayer } from './layer'
import type { StageProps } from './stage-props'

/** What is drawn, and what draws it. */
export interface BuiltStage {
  engine: HallEngine
  rooms: RoomView3D[]
  furnishOthers(): Promise<void>
  layers: MountedLayer[]
  dispose(): void
}

/** The room in which one stands; the others are furnished while one looks round. */
export async function buildStage(
  gl: WebGLRenderer,
  latest: { readonly current: StageProps },
  wake: () => void,
  isSlow: boolean,
): Promise<BuiltStage> {
  const { space, exhibition, locale, walker, bakedOf, onProgress } = latest.current
  const shared = createRoomsShare(gl, isSlow)
  const rooms = space.rooms.map((_, index) => createRoomView(space, index, exhibition, locale, shared, bakedOf, wake))
  // Where the processor draws, nothing is gained by compiling ahead, and the mirror image waits until the room stands still.
  const prepare = async (room: RoomView3D, furnishing: Furnishing) => {
    if (!isSlow) await compile(gl, room, furnishing)
  }
  onProgress(0.1)
  await new Promise((resolve) => setTimeout(resolve, 0))
  await furnishNearest(space, walker, rooms, prepare)
  onProgress(1)
  const events: EngineEvents = {
    onPose: (isComplete) => latest.current.onPose(isComplete),
    onFirstFrame: () => latest.current.onFirstFrame(),
    prefersStill: () => latest.current.prefersStill(),
  }
  const layers = latest.current.layers.map((layer) => layer.mount(rooms))
  const engine = createHallEngine(space, walker, rooms, events, wake, { isSoftware: isSlow, air: shared.air })
  let isGone = false
  return {
    engine,
    rooms,
    layers,
    async furnishOthers() {
      while (!isGone && (await furnishNearest(space, walker, rooms, prepare))) wake()
    },
    dispose() {
      isGone = true
      for (const layer of layers) layer.dispose()
      engine.dispose()
      shared.dispose()
    },
  }
}

/** A breath between two rooms, milliseconds: the visitor is walking. */
const breath = 120

/** Furnishes the room that is nearest to the visitor among those that are still empty; false when none is. */
async function furnishNearest(
  space: HallSpace,
  { pose }: Walker,
  rooms: RoomView3D[],
  prepare: (room: RoomView3D, furnishing: Furnishing) => Promise<void>,
): Promise<boolean> {
  const isEntered = rooms.some((room) => room.isFurnished)
  if (isEntered) await new Promise((resolve) => setTimeout(resolve, breath))
  const distanceTo = (index: number) => distanceFromPlan(space.plans[index] as Plan, pose.x, pose.z)
  const [next] = [...rooms.keys()]
    .filter((index) => !rooms[index]?.isFurnished)
    .sort((a, b) => distanceTo(a) - distanceTo(b))
  const room = next === undefined ? undefined : rooms[next]
  await room?.furnish((furnishing) => prepare(room, furnishing))
  return room !== undefined
}

/** Metres to a room's rectangle; 0 inside. */
function distanceFromPlan(plan: Plan, x: number, z: number): number {
  const { minX, minZ, maxX, maxZ } = boundsOf([plan])
  return Math.hypot(Math.max(minX - x, 0, x - maxX), Math.max(minZ - z, 0, z - maxZ))
}

/** Hands all programs to the driver at once and waits without blocking: it compiles them side by side, and the page stays alive. */
async function compile(gl: WebGLRenderer, room: RoomView3D, furnishing: Furnishing): Promise<void> {
  const camera = new PerspectiveCamera()
  const upright = new Scene()
  const mirrored = new Scene()
  upright.add(furnishing.upright)
  mirrored.add(furnishing.mirrored)
  const isUprightReady = gl.compileAsync(upright, camera)
  // Programs differ by where they draw to.
  gl.setRenderTarget(room.mirrorTarget.target)
  const isMirroredReady = gl.compileAsync(mirrored, camera)
  gl.setRenderTarget(null)
  await Promise.all([isUprightReady, isMirroredReady])
}
