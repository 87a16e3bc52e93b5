import type { HallSpace } from '../hall-works'
import { type Detail, parseWhereabouts, rewriteQuery, type Whereabouts, writeWhereabouts } from './hall-address'
import type { Walker } from './walker'

/** One stands still for so long, ms, before where one stands is written down. */
const pause = 450

/** Keeps the address in step with the visitor, so that any of it can be sent to somebody, and so that "back" and "forward" lead from work to work. */
export interface Trail {
  read(): Whereabouts
  /** One goes to a work. `isStep`: as a step of its own that "back" leads back from. */
  toWork(index: number, isStep: boolean): void
  /** One looks at a part of the present work, or no longer. */
  toDetail(index: number, detail: Detail | null, isStep: boolean): void
  /** What else of the hall stands in the address; no step of its own. */
  rewrite(query: (search: string) => string): void
  /** To be told of every pose that is shown; `chosen` is the work whose label is open. */
  follow(chosen: number | null): void
  /** Writes down at once what still waits for the visitor to stand still: the page is about to come again. */
  settle(): void
  /** The visitor follows a link: settles, and writes nothing any more. The router takes a change of the address for another wish, and would stay. */
  leave(): void
  dispose(): void
}

export function createTrail(space: HallSpace, walker: Walker): Trail {
  let timer: ReturnType<typeof setTimeout> | undefined
  let waiting: (() => void) | undefined
  let last = ''
  let isLeaving = false
  const write: typeof writeWhereabouts = (whereabouts, isStep) => {
    if (!isLeaving) writeWhereabouts(whereabouts, isStep)
  }
  const idOf = (index: number | null) => (index === null ? null : (space.works[index]?.artwork.id ?? null))
  const read = () => parseWhereabouts(window.location.search)

  function writePose(chosen: number | null): void {
    if (walker.placedBefore >= 0) return
    const { x, z, yaw, pitch } = walker.pose
    const work = idOf(chosen)
    // The first steps away from a work leave it behind as a step to come back to.
    const isStep = read().work !== null && work === null
    write({ work, at: { x, z, yaw, pitch }, detail: null }, isStep)
  }

  function forget(): void {
    clearTimeout(timer)
    waiting = undefined
  }

  function settle(): void {
    waiting?.()
    forget()
  }

  return {
    read,
    toWork(index, isStep) {
      forget()
      write({ work: idOf(index), at: null, detail: null }, isStep)
    },
    toDetail(index, detail, isStep) {
      forget()
      write({ work: idOf(index), at: null, detail }, isStep)
    },
    follow(chosen) {
      const { x, z, yaw, pitch } = walker.pose
      const now = [x, z, yaw, pitch].map((value) => value.toFixed(2)).join()
      if (now === last) return
      const isFirst = last === ''
      last = now
      forget()
      if (isFirst) return
      waiting = () => writePose(chosen)
      timer = setTimeout(() => {
        if (!walker.isWalking) settle()
      }, pause)
    },
    rewrite(query) {
      if (!isLeaving) rewriteQuery(query)
    },
    settle,
    leave() {
      settle()
      isLeaving = true
    },
    dispose: forget,
  }
}
