'use client'

import { useEffect, useRef, useState } from 'react'
import type { ExhibitionView } from '@/lib/contracts/exhibitions'
import type { RayHit } from '@/lib/hanging/cast-ray'
import type { Point } from '@/lib/hanging/plan'
import { readWorkFromAddress, writeWorkToAddress } from './engine/hall-address'
import { listenToKeys } from './engine/keys'
import { listenToPointer } from './engine/pointer'
import { createVeil, type Veil } from './engine/veil'
import { createWalker, type Walker } from './engine/walker'
import { type HallSpace, spaceOf } from './hall-works'

/** The parts of the hall that live outside React: made once, changed by hand, read by the frames. */
interface Machine {
  space: HallSpace
  walker: Walker
  veil: Veil
  wake: () => void
}

function createMachine(exhibition: ExhibitionView): Machine {
  const space = spaceOf(exhibition)
  const wake = () => machine.wake()
  const veil = createVeil(wake)
  const walker = createWalker(space, (move) => veil.jump(move), prefersStill)
  const machine: Machine = { space, walker, veil, wake: () => undefined }
  return machine
}

export function prefersStill(): boolean {
  return window.matchMedia('(prefers-reduced-motion: reduce)').matches
}

/** Shares of the window that the panel covers; see its classes. */
function coverFor(isOpen: boolean): [number, number] {
  if (!isOpen) return [0, 0]
  return window.matchMedia('(min-width: 64rem)').matches ? [384 / window.innerWidth, 0] : [0, 0.42]
}

/** The hall's state for React: which work is chosen, which one stands before, and what the visitor may do. */
export function useHall(exhibition: ExhibitionView) {
  const [machine] = useState(() => createMachine(exhibition))
  const { space, walker, veil } = machine
  const [chosen, setChosen] = useState<number | null>(null)
  const [before, setBefore] = useState<number | null>(null)
  const [isListOpen, setListOpen] = useState(false)
  const view = useRef<HTMLDivElement>(null)
  const root = useRef<HTMLElement>(null)
  const marker = useRef<SVGGElement>(null)
  const state = useRef({ chosen, before })
  useEffect(() => {
    state.current = { chosen, before }
  })

  const open = (index: number | null) => {
    state.current.chosen = index
    setChosen(index)
    walker.lens.cover(...coverFor(index !== null))
    machine.wake()
  }
  const choose = (index: number) => {
    const work = space.works[index]
    if (!work) return
    open(index)
    setBefore(index)
    walker.walkToWork(index)
    writeWorkToAddress(work.artwork.id, true)
    machine.wake()
  }
  const step = (by: number) => {
    const { chosen: at, before: near } = state.current
    const count = space.works.length
    const from = at ?? near ?? (by > 0 ? -1 : count)
    if (count > 0) choose((from + by + count) % count)
  }
  const close = () => open(null)
  const goTo = (point: Point) => {
    close()
    walker.walkTo(point)
    machine.wake()
  }
  const click = (hit: RayHit) => {
    if (hit.kind === 'work') choose(hit.index)
    if (hit.kind === 'floor') goTo(hit.at)
  }

  /** Called by the frames, a few times a second. */
  const report = (isComplete: boolean) => {
    const { pose } = walker
    const near = walker.workInView()
    const inView = near < 0 ? null : near
    const work = inView === null ? undefined : space.works[inView]
    if (root.current) {
      root.current.dataset.hallX = pose.x.toFixed(2)
      root.current.dataset.hallZ = pose.z.toFixed(2)
      root.current.dataset.hallYaw = pose.yaw.toFixed(3)
      root.current.dataset.hallWork = work?.artwork.id ?? ''
      root.current.dataset.hallMoving = String(walker.isWalking)
      root.current.dataset.hallComplete = String(isComplete)
    }
    if (marker.current) {
      marker.current.style.transform = `translate(${pose.x}px, ${pose.z}px) rotate(${-pose.yaw}rad)`
    }
    if (walker.isWalking) return
    if (inView !== state.current.before) {
      state.current.before = inView
      setBefore(inView)
    }
    if (!walker.isStrolling) return
    if (work) writeWorkToAddress(work.artwork.id, false)
    // Someone who walks away from a work has read its label.
    if (state.current.chosen !== null && inView !== state.current.chosen) open(null)
  }

  const latest = useRef({ choose, step, close, click, open })
  useEffect(() => {
    latest.current = { choose, step, close, click, open }
  })

  useEffect(() => {
    const indexOf = (id: string | null) => space.works.findIndex((work) => work.artwork.id === id)
    const arrive = () => {
      const index = indexOf(readWorkFromAddress())
      latest.current.open(index < 0 ? null : index)
      return index
    }
    const index = arrive()
    walker.lens.resize(window.innerWidth, window.innerHeight)
    walker.standBefore(index < 0 ? null : index)
    const back = () => {
      const target = arrive()
      if (target >= 0) walker.walkToWork(target)
      machine.wake()
    }
    window.addEventListener('popstate', back)
    return () => window.removeEventListener('popstate', back)
  }, [space, walker, machine])

  useEffect(() => {
    const wake = () => machine.wake()
    const stopKeys = listenToKeys(walker, wake, {
      next: () => latest.current.step(1),
      previous: () => latest.current.step(-1),
      toggleList: () => setListOpen((isOpen) => !isOpen),
      close: () => {
        setListOpen(false)
        latest.current.close()
      },
    })
    const element = view.current
    const stopPointer = element ? listenToPointer(element, walker, wake, (hit) => latest.current.click(hit)) : undefined
    return () => {
      stopKeys()
      stopPointer?.()
    }
  }, [walker, machine])

  return {
    machine,
    space,
    walker,
    veil,
    refs: { root, view, marker },
    chosen,
    before,
    isListOpen,
    setListOpen,
    choose,
    step,
    close,
    goTo,
    report,
  }
}
