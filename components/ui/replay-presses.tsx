'use client'

import { useLayoutEffect } from 'react'

declare global {
  /** What was pressed before the page was alive, each once: buttons, and forms that were sent without one. */
  var earlyPresses: (Set<HTMLElement> & { isOver?: boolean }) | undefined
}

/** Does what was pressed before the page was alive. In a layout effect: the press that brings React to this page's life must not be kept as well. */
export function ReplayPresses() {
  useLayoutEffect(() => {
    const kept = globalThis.earlyPresses
    if (!kept || kept.isOver) return
    kept.isOver = true
    // After what is being committed now: what is pressed may change it.
    setTimeout(() => {
      for (const pressed of kept) {
        if (!pressed.isConnected) continue
        if (pressed instanceof HTMLFormElement) pressed.requestSubmit()
        else pressed.click()
      }
    })
  }, [])
  return null
}
