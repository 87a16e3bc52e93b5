'use client'

import { useSyncExternalStore } from 'react'

const never = () => () => undefined

/** False on the server and until this page's code runs: a form whose photo goes nowhere must not be sent by the browser itself. */
export function useAlive(): boolean {
  return useSyncExternalStore(
    never,
    () => true,
    () => false,
  )
}
