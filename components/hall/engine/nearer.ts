import type { RayHit } from '@/lib/hanging/cast-ray'
import { pickAt } from './pick-at'
import type { Walker } from './walker'

/** Fingers this many times farther apart than they were ask to come nearer. */
const spread = 1.18

/** Wheel towards a work, or two fingers spread on it: one wants to see it closer. */
export function listenToNearer(element: HTMLElement, walker: Walker, onNearer: (hit: RayHit) => void): () => void {
  const touches = new Map<number, PointerEvent>()
  let began = 0
  const pick = (x: number, y: number) => {
    const hit = pickAt(element, walker, x, y)
    if (hit) onNearer(hit)
  }
  const apart = () => {
    const [a, b] = [...touches.values()]
    return a && b ? Math.hypot(a.clientX - b.clientX, a.clientY - b.clientY) : 0
  }
  const wheel = (event: WheelEvent) => {
    if (event.deltaY < 0) pick(event.clientX, event.clientY)
  }
  const down = (event: PointerEvent) => {
    if (event.pointerType !== 'touch') return
    touches.set(event.pointerId, event)
    began = touches.size === 2 ? apart() : 0
  }
  const move = (event: PointerEvent) => {
    if (!touches.has(event.pointerId)) return
    touches.set(event.pointerId, event)
    if (began === 0 || apart() < began * spread) return
    began = 0
    const [a, b] = [...touches.values()]
    if (a && b) pick((a.clientX + b.clientX) / 2, (a.clientY + b.clientY) / 2)
  }
  const up = (event: PointerEvent) => touches.delete(event.pointerId)
  element.addEventListener('wheel', wheel, { passive: true })
  element.addEventListener('pointerdown', down)
  element.addEventListener('pointermove', move)
  element.addEventListener('pointerup', up)
  element.addEventListener('pointercancel', up)
  return () => {
    element.removeEventListener('wheel', wheel)
    element.removeEventListener('pointerdown', down)
    element.removeEventListener('pointermove', move)
    element.removeEventListener('pointerup', up)
    element.removeEventListener('pointercancel', up)
  }
}
