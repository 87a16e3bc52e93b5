import type { Walker } from './walker'

/** Radians a pixel of a mouse that is held. */
const perPixel = 0.0022

/** Looking by moving the mouse alone, for those who like it: asked for by a key, ended by Escape (the browser sees to that). */
export function toggleMouseLook(element: HTMLElement): void {
  if (document.pointerLockElement === element) document.exitPointerLock()
  // Refused without a gesture, or right after the last one: then dragging still serves.
  else void Promise.resolve(element.requestPointerLock()).catch(() => undefined)
}

export function listenToMouseLook(element: HTMLElement, walker: Walker, wake: () => void): () => void {
  const move = (event: MouseEvent) => {
    if (document.pointerLockElement !== element) return
    // The view follows the mouse, where a drag holds the room.
    walker.look(-event.movementX * perPixel, -event.movementY * perPixel)
    wake()
  }
  element.addEventListener('mousemove', move)
  return () => {
    element.removeEventListener('mousemove', move)
    if (document.pointerLockElement === element) document.exitPointerLock()
  }
}
