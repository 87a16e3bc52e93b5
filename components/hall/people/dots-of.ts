import type { Person } from './crowd'

/** Somebody on the plan, metres. */
export interface Dot {
  x: number
  z: number
  isGuide: boolean
}

/** Everybody else as the plan shows them: where they are going, which is known while no frame is drawn too; who leaves is not there any more. */
export function dotsOf(people: readonly Person[]): Dot[] {
  return people.filter(({ isLeaving }) => !isLeaving).map(({ toX, toZ, isGuide }) => ({ x: toX, z: toZ, isGuide }))
}
