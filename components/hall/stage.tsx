'use client'

import { createRoot, extend, type ReconcilerRoot, useFrame } from '@react-three/fiber'
import { useEffect, useRef } from 'react'
import { Group, PerspectiveCamera, Scene, WebGLRenderer } from 'three'
import type { ExhibitionView } from '@/lib/contracts/exhibitions'
import type { Plan } from '@/lib/hanging/plan'
import { boundsOf } from '@/lib/hanging/walls'
import type { Locale } from '@/lib/i18n/locale'
import type { BakedLights } from './build/baked-lights'
import type { Furnishing } from './build/furnish-room'
import { createRoomsShare, createRoomView, type RoomView3D } from './build/room-view'
import { createHallEngine, type EngineEvents, type HallEngine } from './engine/hall-engine'
import { isSoftware } from './engine/is-software'
import type { Walker } from './engine/walker'
import type { HallSpace } from './hall-works'
import type { HallLayer, MountedLayer } from './layer'
import type { VrVisit } from './vr/enter-vr'

// Only what the scene names is made known to React Three Fiber: the rest of three.js stays out of the bundle.
extend({ Group })

export interface StageProps extends EngineEvents {
  exhibition: ExhibitionView
  space: HallSpace
  walker: Walker
  locale: Locale
  bakedOf: BakedLights
  /** What is drawn beside the rooms. */
  layers: HallLayer[]
  /** 0 to 1: how much of the room is built. */
  onProgress(share: number): void
  /** No WebGL, or it failed to start. */
  onFail(): void
  /** The graphics card was lost; the stage should be mounted anew. */
  onLost(): void
  /** Receives the function that asks for a frame, for whoever moves the visitor. */
  onWake(wake: () => void): void
  /** Receives the way in with a headset. */
  onVr(enter: () => Promise<void>): void
}

/** The one canvas. Everything that changes per frame lives in the engine; this mounts it, feeds it the window's size, and takes it down. */
export default function Stage(props: StageProps) {
  const holder = useRef<HTMLDivElement>(null)
  const latest = useRef(props)
  useEffect(() => {
    latest.current = props
  })
  useEffect(() => {
    const element = holder.current
    if (!element) return
    return mountStage(element, latest)
  }, [])
  return <div ref={holder} className="absolute inset-0" aria-hidden="true" />
}

const mostPixels = 2

function mountStage(holder: HTMLDivElement, latest: { readonly current: StageProps }): () => void {
  // A canvas of its own for every mount: a lost context cannot be had again from the same one reliably.
  const canvas = document.createElement('canvas')
  canvas.className = 'block h-full w-full'
  holder.append(canvas)
  const { walker } = latest.current
  let root: ReconcilerRoot<HTMLCanvasElement> | null = null
  let stage: BuiltStage | null = null
  let wake: () => void = () => undefined
  let isGone = false
  const visit: Visit = { vr: null }
  const lost = () => latest.current.onLost()
  canvas.addEventListener('webglcontextlost', lost)

  const resize = () => {
    const { clientWidth: width, clientHeight: height } = holder
    if (isGone || width === 0 || height === 0) return
    walker.lens.resize(width, height)
    // A headset has a size of its own; the window's is caught up with afterwards.
    if (visit.vr) return
    void root?.configure(configuration(width, height))
  }
  let gl: WebGLRenderer | null = null
  const configuration = (width: number, height: number) => ({
    gl: gl as WebGLRenderer,
    frameloop: 'demand' as const,
    flat: true,
    dpr: [1, mostPixels] as [number, number],
    size: { width, height, top: 0, left: 0 },
    camera: { manual: true, near: 0.08, far: 120 },
  })

  async function start(): Promise<void> {
    gl = new WebGLRenderer({ canvas, antialias: true, alpha: false, powerPreference: 'high-performance' })
    // Asking each program for its errors would wait for it to be compiled; a broken one still warns on the console.
    gl.debug.checkShaderErrors = false
    const isSlow = isSoftware(gl.getContext())
    walker.lens.resize(holder.clientWidth, holder.clientHeight)
    root = createRoot(canvas)
    await root.configure(configuration(holder.clientWidth, holder.clientHeight))
    stage = await build(gl, latest, () => wake(), isSlow)
    if (isGone) return stage.dispose()
    const { engine, rooms, layers } = stage
    const store = root.render(<Rooms engine={engine} rooms={rooms} layers={layers} visit={visit} wake={() => wake()} />)
    latest.current.onVr(async () => {
      const { enterVr } = await import('./vr/enter-vr')
      const { scene, camera } = store.getState()
      visit.vr = await enterVr({
        gl: gl as WebGLRenderer,
        scene,
        camera: camera as PerspectiveCamera,
        space: latest.current.space,
        pose: walker.pose,
        onEnd() {
          visit.vr = null
          walker.standAt({ ...walker.pose })
          resize()
          wake()
        },
      })
      if (isGone) visit.vr.leave()
    })
    wake = () => {
      engine.begin()
      store.getState().invalidate()
    }
    latest.current.onWake(wake)
    // A room that cannot be built leaves the others to walk in.
    void stage.furnishOthers().catch(reportError)
  }

  start().catch(() => {
    if (!isGone) latest.current.onFail()
  })
  const observer = new ResizeObserver(resize)
  observer.observe(holder)

  return () => {
    isGone = true
    wake = () => undefined
    observer.disconnect()
    canvas.removeEventListener('webglcontextlost', lost)
    latest.current.onWake(() => undefined)
    visit.vr?.leave()
    stage?.dispose()
    root?.unmount()
    canvas.remove()
  }
}

interface BuiltStage {
  engine: HallEngine
  rooms: RoomView3D[]
  furnishOthers(): Promise<void>
  layers: MountedLayer[]
  dispose(): void
}

/** The room in which one stands; the others are furnished while one looks round. */
async function build(
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
    onPictureLoaded: (index) => latest.current.onPictureLoaded(index),
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

/** The visit with a headset, while there is one. */
interface Visit {
  vr: VrVisit | null
}

interface SceneProps {
  engine: HallEngine
  rooms: RoomView3D[]
  layers: MountedLayer[]
  visit: Visit
  wake(): void
}

/** While only others move, a frame is drawn so often at most, ms, and never for more than a third of the time. */
const othersEvery = 33

function Rooms({ engine, rooms, layers, visit, wake }: SceneProps) {
  const waiting = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => () => clearTimeout(waiting.current), [])
  useFrame((state) => {
    const camera = state.camera as PerspectiveCamera
    const began = performance.now()
    let isBusy = false
    for (const layer of layers) isBusy = layer.before(began) || isBusy
    if (visit.vr) return engine.frameInVr(state.gl, state.scene, camera, visit.vr.step())
    const goesOn = engine.frame(state.gl, state.scene, camera, state.size.height, state.viewport.dpr, isBusy)
    for (const layer of layers) layer.after(camera, state.size.width, state.size.height)
    clearTimeout(waiting.current)
    if (goesOn) state.invalidate()
    else if (isBusy) waiting.current = setTimeout(wake, Math.max(othersEvery, 2 * (performance.now() - began)))
  }, 1)
  const objects = [...rooms.map((room) => room.group), ...layers.flatMap((layer) => layer.objects)]
  return objects.map((object) => <primitive key={object.uuid} object={object} dispose={null} />)
}
