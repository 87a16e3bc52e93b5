'use client'

import { useSyncExternalStore } from 'react'

const everySecond = (listener: () => void) => {
  const timer = setInterval(listener, 1_000)
  return () => clearInterval(timer)
}

/** Whole seconds until a moment by this device's clock, 0 once it has come; null on the server and until this page's code runs. */
export function useTimeLeft(moment: string): number | null {
  return useSyncExternalStore(
    everySecond,
    () => Math.max(0, Math.ceil((Date.parse(moment) - Date.now()) / 1_000)),
    () => null,
  )
}
