import type { RayHit } from '@/lib/hanging/cast-ray'
import { isMouseHeld } from './mouse-look'
import type { Walker } from './walker'

/** What lies under a point of the window, CSS pixels; in the middle of what no panel covers while the mouse is held and points nowhere. */
export function pickAt(element: HTMLElement, walker: Walker, x: number, y: number): RayHit | null {
  if (isMouseHeld(element)) {
    const [right] = walker.lens.goal()
    return walker.pick((1 - right) / 2, (walker.lens.target().heightShare ?? 1) / 2)
  }
  const box = element.getBoundingClientRect()
  return walker.pick((x - box.left) / box.width, (y - box.top) / box.height)
}
