import type { ExhibitionView } from '@/lib/contracts/exhibitions'
import { createTrail, type Trail } from './engine/trail'
import { createVeil, type Veil } from './engine/veil'
import { createWalker, type Walker } from './engine/walker'
import { type HallSpace, spaceOf } from './hall-works'

/** The parts of the hall that live outside React: made once, changed by hand, read by the frames. */
export interface HallMachine {
  space: HallSpace
  walker: Walker
  veil: Veil
  trail: Trail
  wake: () => void
}

export function createMachine(exhibition: ExhibitionView): HallMachine {
  const space = spaceOf(exhibition)
  const wake = () => machine.wake()
  const veil = createVeil(wake)
  const walker = createWalker(space, (move) => veil.jump(move), prefersStill)
  const trail = createTrail(space, walker)
  const machine: HallMachine = { space, walker, veil, trail, wake: () => undefined }
  return machine
}

export function prefersStill(): boolean {
  return window.matchMedia('(prefers-reduced-motion: reduce)').matches
}
