'use client'

import { useSyncExternalStore } from 'react'

const listeners = new Set<() => void>()

function subscribe(listener: () => void) {
  listeners.add(listener)
  return () => {
    listeners.delete(listener)
  }
}

function isPutAway(key: string): boolean {
  try {
    return localStorage.getItem(key) !== null
  } catch {
    return false
  }
}

export function putAway(key: string) {
  try {
    localStorage.setItem(key, '1')
  } catch {
    // A browser that keeps nothing shows it again on the next page.
  }
  for (const listener of listeners) listener()
  // What was pressed is gone: the keyboard goes on where the page begins.
  document.getElementById('content')?.focus({ preventScroll: true })
}

/** Whether this browser's reader has put an announcement away; on the server nothing is. */
export function usePutAway(key: string): boolean {
  return useSyncExternalStore(
    subscribe,
    () => isPutAway(key),
    () => false,
  )
}
