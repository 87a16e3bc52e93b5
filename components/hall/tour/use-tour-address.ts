'use client'

import { useEffect, useEffectEvent, useRef } from 'react'
import type { Trail } from '../engine/trail'
import { formatTourPlace } from './tour-address'
import type { TourState } from './tour-state'

/**
 * Keeps the tour that runs in the address, so that the page takes it up again when it comes anew, in the other language say; one that is
 * over or was ended is taken out. Until a first one runs the address is left as it is: it may ask for one.
 */
export function useTourAddress(state: TourState | null, trail: Pick<Trail, 'rewrite'>): void {
  const hasRun = useRef(false)
  const isRunning = state !== null && state.phase !== 'over'
  const [tour, at, isHeld] = isRunning ? [state.tour.id, state.at, state.isHeld] : [null, 0, false]
  const write = useEffectEvent(() => {
    if (hasRun.current) trail.rewrite((search) => formatTourPlace(tour === null ? null : { tour, at, isHeld }, search))
  })
  // biome-ignore lint/correctness/useExhaustiveDependencies: it is written when it changes
  useEffect(() => {
    hasRun.current ||= tour !== null
    write()
  }, [tour, at, isHeld])
  useEffect(() => {
    // A step back leads to an address of then, but the tour is where it is now.
    const back = () => write()
    window.addEventListener('popstate', back)
    return () => window.removeEventListener('popstate', back)
  }, [])
}
