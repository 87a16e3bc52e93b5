import type { Walker } from './walker'

/** Radians a pixel of a mouse that is held. */
const perPixel = 0.0022

/** Whether the mouse is held (pointer lock): then it has no place in the window, and every event says where it was caught. */
export function isMouseHeld(element: HTMLElement): boolean {
  return element.ownerDocument.pointerLockElement === element
}

/** Looking by moving the mouse alone, for those who like it: asked for by a key, ended by Escape (the browser sees to that). */
export function toggleMouseLook(element: HTMLElement): void {
  if (isMouseHeld(element)) endMouseLook(element)
  // Refused without a gesture, or right after the last one, and unknown to tablets with a keyboard: then dragging still serves.
  else void Promise.resolve(element.requestPointerLock?.()).catch(() => undefined)
}

/** Gives the mouse back, for what one presses. */
export function endMouseLook(element: HTMLElement): void {
  if (isMouseHeld(element)) element.ownerDocument.exitPointerLock()
}

export function listenToMouseLook(element: HTMLElement, walker: Pick<Walker, 'look'>, wake: () => void): () => void {
  const move = (event: MouseEvent) => {
    if (!isMouseHeld(element)) return
    // The view follows the mouse, where a drag holds the room.
    walker.look(-event.movementX * perPixel, -event.movementY * perPixel)
    wake()
  }
  element.addEventListener('mousemove', move)
  return () => {
    element.removeEventListener('mousemove', move)
    endMouseLook(element)
  }
}
