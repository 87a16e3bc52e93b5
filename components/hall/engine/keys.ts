import type { Key } from './controls'
import { areLettersOn } from './letter-keys'
import type { Walker } from './walker'

const walking: Record<string, Key> = {
  KeyW: 'forward',
  KeyS: 'back',
  KeyA: 'left',
  KeyD: 'right',
  ArrowUp: 'forward',
  ArrowDown: 'back',
  ArrowLeft: 'turnLeft',
  ArrowRight: 'turnRight',
  PageUp: 'lookUp',
  PageDown: 'lookDown',
  ShiftLeft: 'brisk',
  ShiftRight: 'brisk',
}

export interface KeyActions {
  next(): void
  previous(): void
  toggleList(): void
  lookClosely(): void
  toggleMouseLook(): void
  close(): void
}

/**
 * The hall's keys. Letters work wherever the focus is except where one types; arrows, page keys and the rest of walking stay with a
 * part of the page that scrolls or chooses by them (`data-own-keys`), and all of walking with one that moves by the letters, too (`all`).
 */
export function listenToKeys(walker: Walker, wake: () => void, actions: KeyActions): () => void {
  const down = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented || isTyping(event.target)) return
    if (event.code.startsWith('Key') && !areLettersOn()) return
    const key = walking[event.code]
    if (key) {
      const scrolls = /^(?:Arrow|Page)/.test(event.code)
      if (ownsKeys(event.target, scrolls)) return
      if (scrolls) event.preventDefault()
      // What is held down is pressed once: where walking ended of itself, it must not begin again.
      if (event.repeat) return
      walker.press(key)
      if (key !== 'brisk') wake()
      return
    }
    if (event.repeat) return
    if (event.key === 'n' || event.key === 'N') actions.next()
    if (event.key === 'p' || event.key === 'P') actions.previous()
    if (event.key === 'l' || event.key === 'L') actions.toggleList()
    if (event.key === 'z' || event.key === 'Z') actions.lookClosely()
    if (event.key === 'm' || event.key === 'M') actions.toggleMouseLook()
    if (event.key === 'Escape') actions.close()
  }
  const up = (event: KeyboardEvent) => {
    const key = walking[event.code]
    if (key) walker.release(key)
  }
  // Keys that are let go while the window is not ours never tell.
  const release = () => walker.releaseAll()
  window.addEventListener('keydown', down)
  window.addEventListener('keyup', up)
  window.addEventListener('blur', release)
  return () => {
    window.removeEventListener('keydown', down)
    window.removeEventListener('keyup', up)
    window.removeEventListener('blur', release)
    release()
  }
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement && (target.isContentEditable || /^(?:INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
  )
}

function ownsKeys(target: EventTarget | null, scrolls: boolean): boolean {
  const owner = target instanceof Element ? target.closest<HTMLElement>('[data-own-keys]') : null
  return owner !== null && (scrolls || owner.dataset.ownKeys === 'all')
}
