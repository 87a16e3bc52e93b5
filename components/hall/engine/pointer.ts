import type { RayHit } from '@/lib/hanging/cast-ray'
import { isMouseHeld } from './mouse-look'
import { pickAt } from './pick-at'
import type { Walker } from './walker'

/** Farther than this, pixels, or longer than this, milliseconds, a press is a look around and no click. */
const stillness = { pixels: 7, milliseconds: 450 } as const

/**
 * Drag to look, click or tap to act, and a hand over what can be clicked. `isCovered`: something lies over the view by now; who drags
 * still turns nothing.
 */
export function listenToPointer(
  element: HTMLElement,
  walker: Walker,
  wake: () => void,
  onClick: (hit: RayHit) => void,
  isCovered: () => boolean,
): () => void {
  let pressed: { id: number; x: number; y: number; at: number; moved: number } | null = null

  const pick = (event: PointerEvent) => pickAt(element, walker, event.clientX, event.clientY)
  const down = (event: PointerEvent) => {
    if (pressed || event.button !== 0) return
    pressed = { id: event.pointerId, x: event.clientX, y: event.clientY, at: performance.now(), moved: 0 }
    // A mouse that is held already cannot be captured: the browser throws.
    if (!isMouseHeld(element)) element.setPointerCapture(event.pointerId)
  }
  const move = (event: PointerEvent) => {
    if (!pressed) {
      if (event.pointerType === 'mouse') element.style.cursor = pick(event)?.kind === 'work' ? 'pointer' : 'grab'
      return
    }
    if (event.pointerId !== pressed.id) return
    if (isMouseHeld(element)) {
      // It turns the head already.
      pressed.moved += Math.hypot(event.movementX, event.movementY)
      return
    }
    const [dx, dy] = [event.clientX - pressed.x, event.clientY - pressed.y]
    pressed.x = event.clientX
    pressed.y = event.clientY
    pressed.moved += Math.hypot(dx, dy)
    if (pressed.moved < stillness.pixels || isCovered()) return
    element.style.cursor = 'grabbing'
    const perPixel = (walker.lens.fieldOfView / element.clientHeight) * (event.pointerType === 'mouse' ? 1 : 1.35)
    walker.look(dx * perPixel, dy * perPixel)
    wake()
  }
  const up = (event: PointerEvent) => {
    if (!pressed || event.pointerId !== pressed.id) return
    const isClick = pressed.moved < stillness.pixels && performance.now() - pressed.at < stillness.milliseconds
    pressed = null
    element.style.cursor = 'grab'
    const hit = isClick && event.type === 'pointerup' ? pick(event) : null
    if (hit) onClick(hit)
  }
  element.addEventListener('pointerdown', down)
  element.addEventListener('pointermove', move)
  element.addEventListener('pointerup', up)
  element.addEventListener('pointercancel', up)
  return () => {
    element.removeEventListener('pointerdown', down)
    element.removeEventListener('pointermove', move)
    element.removeEventListener('pointerup', up)
    element.removeEventListener('pointercancel', up)
  }
}
