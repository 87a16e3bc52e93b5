'use client'

import { type RefObject, useEffect, useEffectEvent } from 'react'
import type { RayHit } from '@/lib/hanging/cast-ray'
import { listenToKeys } from './engine/keys'
import { endMouseLook, listenToMouseLook, toggleMouseLook } from './engine/mouse-look'
import { listenToNearer } from './engine/nearer'
import { listenToPointer } from './engine/pointer'
import type { HallMachine } from './hall-machine'

interface InputActs {
  /** Something is open that one presses with the mouse, which is given back for it. */
  isPressing: boolean
  /** Drags and a held mouse turn no head meanwhile. */
  isZoomed(): boolean
  next(): void
  previous(): void
  lookClosely(): void
  lookCloselyAt(index: number): void
  toggleList(): void
  click(hit: RayHit): void
  close(): void
}

/** Listens to the visitor: keys, pointers, a held mouse, and whatever asks to come nearer to a work. */
export function useHallInputs(
  machine: HallMachine,
  view: RefObject<HTMLDivElement | null>,
  { isPressing, ...given }: InputActs,
): void {
  const { walker } = machine
  const isZoomed = useEffectEvent(() => given.isZoomed())
  const next = useEffectEvent(() => given.next())
  const previous = useEffectEvent(() => given.previous())
  const lookClosely = useEffectEvent(() => given.lookClosely())
  const lookCloselyAt = useEffectEvent((index: number) => given.lookCloselyAt(index))
  const toggleList = useEffectEvent(() => given.toggleList())
  const click = useEffectEvent((hit: RayHit) => given.click(hit))
  const close = useEffectEvent(() => given.close())

  useEffect(() => {
    if (isPressing && view.current) endMouseLook(view.current)
  }, [isPressing, view])

  useEffect(() => {
    const element = view.current
    const wake = () => machine.wake()
    const stops = [
      listenToKeys(walker, wake, {
        next: () => next(),
        previous: () => previous(),
        lookClosely: () => lookClosely(),
        toggleList: () => toggleList(),
        close: () => close(),
        toggleMouseLook: () => element && toggleMouseLook(element),
      }),
    ]
    if (element) {
      const eyes = { look: (dx: number, dy: number) => isZoomed() || walker.look(dx, dy) }
      stops.push(
        listenToPointer(
          element,
          walker,
          wake,
          (hit) => click(hit),
          () => isZoomed(),
        ),
        listenToMouseLook(element, eyes, wake),
        listenToNearer(element, walker, (hit) => hit.kind === 'work' && lookCloselyAt(hit.index)),
      )
    }
    return () => {
      for (const stop of stops) stop()
    }
  }, [walker, machine, view])
}
