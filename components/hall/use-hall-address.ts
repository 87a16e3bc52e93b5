'use client'

import { useEffect, useEffectEvent } from 'react'
import type { Detail } from './engine/hall-address'
import { entrancePose } from './engine/standing-place'
import type { HallMachine } from './hall-machine'

interface AddressActs {
  /** Shows a work's label; null for none. */
  open(index: number | null): void
  zoomTo(index: number, detail: Detail | null): void
  leaveZoom(): void
  onTakeWheel(): void
}

/** Stands where the address says, and goes there when the browser's "back" and "forward" change it. */
export function useHallAddress(machine: HallMachine, acts: AddressActs): void {
  const { space, walker, trail } = machine
  const arrive = useEffectEvent(() => {
    const { work, at, detail } = trail.read()
    const index = space.works.findIndex((one) => one.artwork.id === work)
    acts.open(index < 0 ? null : index)
    if (index >= 0 && detail) acts.zoomTo(index, detail)
    else acts.leaveZoom()
    return { index: index < 0 ? null : index, at }
  })
  const takeWheel = useEffectEvent(() => acts.onTakeWheel())
  useEffect(() => {
    const { index, at } = arrive()
    walker.lens.resize(window.innerWidth, window.innerHeight)
    if (at) walker.standAt(at)
    else walker.standBefore(index)
    const back = () => {
      takeWheel()
      const target = arrive()
      if (target.at) walker.walkToPose(target.at)
      else if (target.index !== null) walker.walkToWork(target.index)
      else walker.walkToPose(entrancePose(space, walker.lens))
      machine.wake()
    }
    window.addEventListener('popstate', back)
    return () => {
      window.removeEventListener('popstate', back)
      trail.dispose()
    }
  }, [space, walker, trail, machine])
}
