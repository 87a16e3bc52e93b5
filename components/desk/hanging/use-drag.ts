'use client'

import {
  type PointerEvent as ReactPointerEvent,
  type RefObject,
  useEffect,
  useEffectEvent,
  useRef,
  useState,
} from 'react'
import type { PlacedHanging } from '@/lib/client/hanging/hanging-model'
import type { DeskWork } from '@/lib/contracts/desk'
import { type Hung, keepOnWall } from '@/lib/hanging/arrange'
import { standardCentre } from '@/lib/hanging/place-hangings'
import type { Plan, Wall } from '@/lib/hanging/plan'
import { type Snap, snapToOthers } from '@/lib/hanging/snap'
import { margin } from './use-scale'
import { asHung } from './wall-view'

/** Pixels that a press may wander before it is a drag. */
const slack = 4
/** How near is near enough to be drawn to a line, pixels. */
const reach = 8

export interface Drag {
  /** The works as they would hang if they were let go now; empty while they are not over the wall. */
  works: Hung[]
  /** What is carried from the depot; null where works of the wall are moved. */
  carried: DeskWork | null
  snap: Snap | null
  clientX: number
  clientY: number
}

/** What is dropped where: on the wall that is drawn, or on another one in the plan. */
export interface Drop {
  carried: DeskWork | null
  works: Hung[]
  /** Null: on the drawn wall, at `works`. */
  wallId: string | null
}

interface DragOptions {
  plan: Plan
  wall: Wall
  scale: number | null
  drawing: RefObject<SVGSVGElement | null>
  /** Works on the drawn wall. */
  onWall: PlacedHanging[]
  doesSnap: boolean
  onDrop: (drop: Drop) => void
  onPoint: (along: number, height: number, holding: string | null) => void
}

interface Started {
  lead: Hung
  works: Hung[]
  carried: DeskWork | null
  fromX: number
  fromY: number
  /** From the pointer to the lead's middle, metres. */
  offset: [number, number]
  isMoving: boolean
}

/** Moves works on a wall and carries new ones to it, with mouse, pen or finger alike. */
export function useDrag(options: DragOptions) {
  const { plan, wall, scale, drawing, onWall, doesSnap, onDrop, onPoint } = options
  const [drag, setDrag] = useState<Drag | null>(null)
  const started = useRef<Started | null>(null)

  const metresOf = (clientX: number, clientY: number): [number, number] => {
    const box = drawing.current?.getBoundingClientRect()
    if (!box || !scale) return [0, 0]
    return [(clientX - box.left - margin.side) / scale, plan.height - (clientY - box.top - margin.top) / scale]
  }

  const dragAt = (start: Started, { clientX, clientY, altKey }: PointerEvent): Drag => {
    const common = { carried: start.carried, clientX, clientY }
    if (!scale || !isWithin(drawing.current?.parentElement, clientX, clientY))
      return { ...common, works: [], snap: null }
    const [along, height] = metresOf(clientX, clientY)
    const wanted = { ...start.lead, along: along + start.offset[0], centreHeight: height + start.offset[1] }
    const moving = new Set(start.works.map(({ id }) => id))
    const others = onWall.filter(({ id }) => !moving.has(id)).map(asHung)
    const snap = doesSnap && !altKey ? snapToOthers(wall, others, wanted, reach / scale) : null
    const lead = keepOnWall(
      plan,
      wall,
      snap ? { ...wanted, along: snap.along, centreHeight: snap.centreHeight } : wanted,
    )
    const [dx, dy] = [lead.along - start.lead.along, lead.centreHeight - start.lead.centreHeight]
    const works = start.works.map((work) => {
      return keepOnWall(plan, wall, { ...work, along: work.along + dx, centreHeight: work.centreHeight + dy })
    })
    onPoint(lead.along, lead.centreHeight, start.carried ? null : start.lead.id)
    return { ...common, works, snap }
  }
  const follow = useEffectEvent((event: PointerEvent) => {
    const start = started.current
    if (!start) return
    if (!start.isMoving && Math.hypot(event.clientX - start.fromX, event.clientY - start.fromY) < slack) return
    start.isMoving = true
    setDrag(dragAt(start, event))
  })
  const finish = useEffectEvent((event: PointerEvent) => {
    const start = started.current
    started.current = null
    if (!start?.isMoving) return
    const { carried } = start
    const { works } = dragAt(start, event)
    setDrag(null)
    const under = document.elementFromPoint(event.clientX, event.clientY)?.closest('[data-wall]')
    const wallId = under instanceof SVGElement ? (under.dataset.wall ?? null) : null
    if (wallId) onDrop({ carried, works: start.works, wallId })
    else if (works.length > 0) onDrop({ carried, works, wallId: null })
  })

  useEffect(() => {
    const stop = () => {
      started.current = null
      setDrag(null)
    }
    const onMove = (event: PointerEvent) => follow(event)
    const onUp = (event: PointerEvent) => finish(event)
    const onEscape = (event: KeyboardEvent) => event.key === 'Escape' && stop()
    window.addEventListener('pointermove', onMove)
    window.addEventListener('pointerup', onUp)
    window.addEventListener('pointercancel', stop)
    window.addEventListener('keydown', onEscape)
    return () => {
      window.removeEventListener('pointermove', onMove)
      window.removeEventListener('pointerup', onUp)
      window.removeEventListener('pointercancel', stop)
      window.removeEventListener('keydown', onEscape)
    }
  }, [])

  /** Takes hold of works on the wall, by one of them. */
  const hold = (event: ReactPointerEvent, lead: PlacedHanging, works: PlacedHanging[]) => {
    if (event.button !== 0) return
    const [along, height] = metresOf(event.clientX, event.clientY)
    const offset: [number, number] = [lead.along - along, lead.centreHeight - height]
    const from = { fromX: event.clientX, fromY: event.clientY, offset, isMoving: false }
    started.current = { lead: asHung(lead), works: works.map(asHung), carried: null, ...from }
  }
  /** Takes a work out of the depot. */
  const carry = (event: ReactPointerEvent, work: DeskWork) => {
    if (event.button !== 0) return
    const { id, widthCm, heightCm } = work
    const lead = { id, along: 0, centreHeight: standardCentre(heightCm / 100, plan.height), widthCm, heightCm }
    const from = { fromX: event.clientX, fromY: event.clientY, offset: [0, 0] as [number, number], isMoving: false }
    started.current = { lead, works: [lead], carried: work, ...from }
  }
  return { drag, hold, carry, metresOf }
}

function isWithin(element: Element | null | undefined, x: number, y: number): boolean {
  const box = element?.getBoundingClientRect()
  return Boolean(box && x >= box.left && x <= box.right && y >= box.top && y <= box.bottom)
}
