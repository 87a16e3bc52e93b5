import type { KeyboardEvent } from 'react'

/** A centimetre, and ten of them with Shift. */
const step = 0.01

export interface KeyActs {
  turn: (by: 1 | -1) => void
  letGo: () => void
  chooseAll: () => void
  /** Absent for who may only look. */
  onLine?: () => void
  space?: () => void
  takeDown?: () => void
  /** Metres to the right and up. */
  move?: (dx: number, dy: number) => void
}

/** Does what a key means on the drawing of a wall, and leaves every other key to the browser. */
export function answerKey(event: KeyboardEvent, acts: KeyActs): void {
  const act = actOf(event, acts)
  if (!act) return
  event.preventDefault()
  act()
}

function actOf({ key, shiftKey, ctrlKey, metaKey, altKey }: KeyboardEvent, acts: KeyActs): (() => void) | undefined {
  if (ctrlKey || metaKey || altKey) return key === 'a' && !altKey ? acts.chooseAll : undefined
  const by = shiftKey ? 10 * step : step
  const { move } = acts
  const moves: Record<string, [number, number]> = {
    ArrowLeft: [-by, 0],
    ArrowRight: [by, 0],
    ArrowUp: [0, by],
    ArrowDown: [0, -by],
  }
  const way = moves[key]
  if (way) return move && (() => move(...way))
  const named: Record<string, (() => void) | undefined> = {
    '[': () => acts.turn(-1),
    ']': () => acts.turn(1),
    escape: acts.letGo,
    c: acts.onLine,
    e: acts.space,
    delete: acts.takeDown,
    backspace: acts.takeDown,
  }
  return named[key.toLowerCase()]
}
