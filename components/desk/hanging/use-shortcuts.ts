'use client'

import { useEffect, useEffectEvent } from 'react'

interface Shortcuts {
  undo: () => void
  redo: () => void
}

/** Ctrl or Cmd with Z, Shift+Z or Y, wherever the keyboard is but in a text. */
export function useUndoKeys(shortcuts: Shortcuts): void {
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    const isText =
      event.target instanceof HTMLElement && event.target.matches('input[type=search], textarea, input[type=number]')
    if (isText || !(event.ctrlKey || event.metaKey) || event.altKey) return
    const key = event.key.toLowerCase()
    if (key !== 'z' && key !== 'y') return
    event.preventDefault()
    if (key === 'y' || event.shiftKey) shortcuts.redo()
    else shortcuts.undo()
  })
  useEffect(() => {
    const listen = (event: KeyboardEvent) => onKey(event)
    window.addEventListener('keydown', listen)
    return () => window.removeEventListener('keydown', listen)
  }, [])
}
