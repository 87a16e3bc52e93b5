'use client'

import { createRoot, extend, type ReconcilerRoot, useFrame } from '@react-three/fiber'
import { useEffect, useRef } from 'react'
import { Group, type PerspectiveCamera, WebGLRenderer } from 'three'
import type { RoomView3D } from './build/room-view'
import { type BuiltStage, buildStage } from './build-stage'
import type { HallEngine } from './engine/hall-engine'
import { isSoftware } from './engine/is-software'
import type { MountedLayer } from './layer'
import type { StageProps } from './stage-props'
import type { VrVisit } from './vr/enter-vr'

// Only what the scene names is made known to React Three Fiber: the rest of three.js stays out of the bundle.
extend({ Group })

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
    stage = await buildStage(gl, latest, () => wake(), isSlow)
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
