import { useState } from 'react'
import type { Walker } from '../engine/walker'
import type { HallSpace } from '../hall-works'
import { isAtDoor } from './at-door'

/** Whether one stands before the door by which one came in; `report` is to be called a few times a second while the visitor moves. */
export function useAtDoor(space: HallSpace, walker: Walker): { isThere: boolean; report(): void } {
  const [isThere, setThere] = useState(false)
  return { isThere, report: () => setThere(!walker.isWalking && isAtDoor(space, walker.pose)) }
}
