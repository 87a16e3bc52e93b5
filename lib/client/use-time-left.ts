'use client'

import { useSyncExternalStore } from 'react'
import { secondsUntil } from './time-until'

const everySecond = (listener: () => void) => {
  const timer = setInterval(listener, 1_000)
  return () => clearInterval(timer)
}

/**
 * Whole seconds until a moment, 0 once it has come; null on the server and until this page's code runs.
 * @param skewMs what this device's clock lacks, ms; null while nobody knows, and then nobody knows how long it is either
 */
export function useTimeLeft(moment: string, skewMs: number | null = 0): number | null {
  return useSyncExternalStore(
    everySecond,
    () => (skewMs === null ? null : secondsUntil(moment, Date.now() + skewMs)),
    () => null,
  )
}
