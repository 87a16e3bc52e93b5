'use client'

import { useEffect, useEffectEvent, useRef } from 'react'
import type { TourView } from '@/lib/contracts/tours'
import type { useHall } from '../use-hall'
import { parseTourPlace } from './tour-address'
import type { PlayedTour } from './use-tour'

interface AskedTour {
  tour: PlayedTour
  /** The tour that the address asks for. */
  asked: TourView | null
  /** The room can be seen. */
  isReady: boolean
  hall: Pick<ReturnType<typeof useHall>, 'zoom' | 'chosen' | 'close'>
}

/**
 * Begins the tour that the address asks for, where it says, as soon as the room can be seen. Once: a stage that comes back after its canvas was
 * lost finds the tour as the visitor left it.
 */
export function useAskedTour({ tour, asked, isReady, hall }: AskedTour): void {
  const still = useRef(asked)
  const begin = useEffectEvent(() => {
    const wanted = still.current
    still.current = null
    const begun = wanted && tour.begin(wanted, parseTourPlace(window.location.search))
    // Of a tour that waits the caption is shown, and not the label of the work that it led to.
    if (begun?.isHeld && !hall.zoom && begun.stops[begun.at]?.workIndex === hall.chosen) hall.close()
  })
  useEffect(() => {
    if (isReady) begin()
  }, [isReady])
}
