'use client'

import { useEffect, useRef, useState } from 'react'
import type { ExhibitionView } from '@/lib/contracts/exhibitions'
import type { RayHit } from '@/lib/hanging/cast-ray'
import type { Point } from '@/lib/hanging/plan'
import type { Detail } from './engine/hall-address'
import { hasLeft, hasNoseOn } from './engine/picture-on-wall'
import type { Walker } from './engine/walker'
import { createMachine } from './hall-machine'
import type { HallWork } from './hall-works'
import { useHallAddress } from './use-hall-address'
import { useHallInputs } from './use-hall-inputs'
import { framingOf } from './zoom/framing'

/** Where the work that one was led to appears, pixels: left, top, width, height. */
function framingInView(walker: Walker, work: HallWork | undefined, view: HTMLElement | null): string {
  if (!work || !view || walker.isWalking) return ''
  const size = { width: view.clientWidth, height: view.clientHeight }
  const { left, top, width, height } = framingOf(work.placement, walker.pose, walker.lens, size)
  return [left, top, width, height].map((pixels) => pixels.toFixed(1)).join()
}

/** Shares of the window that the panel covers; see its classes. */
function coverFor(isOpen: boolean): [number, number] {
  if (!isOpen) return [0, 0]
  return window.matchMedia('(min-width: 64rem)').matches ? [384 / window.innerWidth, 0] : [0, 0.42]
}

/** The hall's state for React: which work is chosen, which one stands before, and what the visitor may do. */
export function useHall(exhibition: ExhibitionView, onTakeWheel: () => void) {
  const [machine] = useState(() => createMachine(exhibition))
  const { space, walker, veil, trail } = machine
  const [chosen, setChosen] = useState<number | null>(null)
  const [before, setBefore] = useState<number | null>(null)
  const [isListOpen, setListOpen] = useState(false)
  const [zoom, setZoom] = useState<{ index: number; detail: Detail | null } | null>(null)
  const view = useRef<HTMLDivElement>(null)
  const root = useRef<HTMLElement>(null)
  const marker = useRef<SVGGElement>(null)
  const state = useRef({ chosen, before, isZoomed: zoom !== null })
  const isUpClose = useRef(false)
  /** The visitor's own steps that were seen, and their looks around when they asked for a close look. */
  const steps = useRef(0)
  const looks = useRef(0)
  useEffect(() => {
    state.current = { chosen, before, isZoomed: zoom !== null }
  })

  const open = (index: number | null) => {
    state.current.chosen = index
    setChosen(index)
    walker.lens.cover(...coverFor(index !== null))
    machine.wake()
  }
  /** `isStep`: a choice of its own, to which the browser's "back" returns. */
  const choose = (index: number, isStep = true) => {
    if (!space.works[index]) return
    setZoom(null)
    onTakeWheel()
    open(index)
    setBefore(index)
    walker.walkToWork(index)
    trail.toWork(index, isStep)
    machine.wake()
  }
  /** From the wall to the picture itself, at the same framing; null for back to the wall. */
  const lookClosely = (index: number | null, detail: Detail | null = null) => {
    if (index === null) {
      const { chosen: at } = state.current
      if (at !== null) trail.toDetail(at, null, false)
      return setZoom(null)
    }
    if (walker.placedBefore !== index) choose(index)
    zoomTo(index, detail)
  }
  const zoomTo = (index: number, detail: Detail | null) => {
    // From now on, not from the next render on: who still drags would look away on the way there.
    state.current.isZoomed = true
    // Whoever still leans on a key or the stick has arrived: another step would call the walk off.
    walker.releaseAll()
    looks.current = walker.will.looks
    setZoom({ index, detail })
  }
  /** A tour's walk to a work: without its label, above the caption, which covers this share of the window. */
  const lead = (index: number, captionShare: number) => {
    if (!space.works[index]) return
    setZoom(null)
    open(null)
    walker.lens.cover(0, captionShare)
    walker.walkToWork(index)
    trail.toWork(index, false)
    machine.wake()
  }
  const step = (by: number) => {
    const { chosen: at, before: near } = state.current
    const count = space.works.length
    const from = at ?? near ?? (by > 0 ? -1 : count)
    if (count > 0) choose((from + by + count) % count)
  }
  /** Somebody walked right up to a work: they stay there, face it, and tiles take over what they see. */
  const takeOver = (index: number) => {
    const placement = space.works[index]?.placement
    if (!placement) return
    open(index)
    setBefore(index)
    const { x, z } = walker.pose
    walker.walkToPose({ x, z, yaw: Math.atan2(placement.normal[0], placement.normal[1]), pitch: 0 })
    zoomTo(index, null)
  }
  /**
   * The part of a work that is looked at closely, for the address, and for a canvas that was lost and comes again. A step of its own
   * only where the address does not tell of a close look yet.
   */
  const showDetail = (index: number, detail: Detail | null, isStep: boolean) => {
    trail.toDetail(index, detail, isStep && trail.read().detail === null)
    setZoom((now) => (now?.index === index ? { index, detail } : now))
  }
  const lookAtPresent = () => {
    const { chosen: at, before: near } = state.current
    const index = at ?? near
    if (index !== null) lookClosely(index)
  }
  const close = () => {
    setZoom(null)
    open(null)
  }
  const goTo = (point: Point) => {
    onTakeWheel()
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
      root.current.dataset.hallFraming = framingInView(walker, space.works[walker.placedBefore], view.current)
    }
    if (marker.current) {
      marker.current.style.transform = `translate(${pose.x}px, ${pose.z}px) rotate(${-pose.yaw}rad)`
    }
    trail.follow(state.current.chosen)
    if (walker.will.steps !== steps.current) {
      steps.current = walker.will.steps
      onTakeWheel()
    }
    // Who turns away, which keys alone do by now, calls the close look off: it would open beside the picture.
    if (state.current.isZoomed && walker.will.looks !== looks.current) setZoom(null)
    if (walker.isWalking) return
    if (inView !== state.current.before) {
      state.current.before = inView
      setBefore(inView)
    }
    if (!walker.isStrolling) return
    if (!work || hasLeft(work.placement, pose)) isUpClose.current = false
    if (work && hasNoseOn(work.placement, pose) && !isUpClose.current) {
      isUpClose.current = true
      return takeOver(work.index)
    }
    if (isUpClose.current && inView === state.current.chosen) return
    setZoom(null)
    // Someone who walks away from a work has read its label.
    if (state.current.chosen !== null && inView !== state.current.chosen) open(null)
  }

  useHallAddress(machine, { open, zoomTo, leaveZoom: () => setZoom(null), onTakeWheel })
  useHallInputs(machine, view, {
    isPressing: isListOpen || zoom !== null,
    // Asked between renders, too: whoever still drags on the way to a close look would look away.
    isZoomed: () => state.current.isZoomed,
    next: () => step(1),
    previous: () => step(-1),
    lookClosely: lookAtPresent,
    lookCloselyAt: lookClosely,
    toggleList: () => setListOpen((isOpen) => !isOpen),
    click,
    close() {
      setListOpen(false)
      close()
    },
  })

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
    zoom,
    lookClosely,
    showDetail,
    choose,
    lead,
    step,
    close,
    goTo,
    report,
  }
}
