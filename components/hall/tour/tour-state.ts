import type { TourStopView, TourView } from '@/lib/contracts/tours'

/** A stop whose work hangs in this hall, with the work's place in it. */
export interface PlayedStop extends TourStopView {
  workIndex: number
}

export interface TourState {
  tour: TourView
  stops: readonly PlayedStop[]
  at: number
  phase: 'walking' | 'telling' | 'looking' | 'over'
  /** What follows once one has walked there: the words, or the rest of looking. */
  next: 'telling' | 'looking'
  /** The visitor paused it, or took the wheel: its phase waits. */
  isHeld: boolean
  /** Another one each time that one is led to a stop, whose words and silence then begin anew. */
  visit: symbol
}

export type TourStep =
  | { kind: 'arrived' | 'told' | 'looked' | 'hold' }
  /** `isThere`: the visitor stands before the stop's work. */
  | { kind: 'resume'; isThere: boolean }
  | { kind: 'skip'; by: 1 | -1 }

/** Where a tour that was being played is taken up again. */
export interface TourPlace {
  /** The stop's number, from 0; the first where there is none of that number. */
  at: number
  isHeld: boolean
}

/** The tour at a stop, the first unless said otherwise; null where none of its works hangs here. `works`: their ids in walking order. */
export function beginTour(
  tour: TourView,
  works: readonly string[],
  { at, isHeld }: TourPlace = { at: 0, isHeld: false },
): TourState | null {
  const stops = tour.stops.flatMap((stop): PlayedStop[] => {
    const workIndex = works.indexOf(stop.artworkId)
    return workIndex < 0 ? [] : [{ ...stop, workIndex }]
  })
  if (stops.length === 0) return null
  // One that waits shows its words at once: nobody is on the way.
  const phase = isHeld ? 'telling' : 'walking'
  return { tour, stops, at: stops[at] ? at : 0, phase, next: 'telling', isHeld, visit: Symbol('visit') }
}

/** What a tour does next. A held one goes on where it was held, by walking there again where the visitor is elsewhere. */
export function stepTour(state: TourState, step: TourStep): TourState {
  const { at, phase, stops } = state
  const goTo = (to: number): TourState =>
    to >= stops.length
      ? { ...state, at: stops.length - 1, phase: 'over', isHeld: false }
      : { ...state, at: Math.max(0, to), phase: 'walking', next: 'telling', isHeld: false, visit: Symbol('visit') }
  if (phase === 'over') return step.kind === 'resume' ? goTo(0) : step.kind === 'skip' && step.by < 0 ? goTo(at) : state
  if (step.kind === 'skip') return goTo(at + step.by)
  if (state.isHeld) {
    if (step.kind !== 'resume') return state
    if (step.isThere || phase === 'walking') return { ...state, isHeld: false }
    return { ...state, phase: 'walking', next: phase, isHeld: false }
  }
  if (step.kind === 'hold') return { ...state, isHeld: true }
  if (step.kind === 'arrived' && phase === 'walking') return { ...state, phase: state.next }
  if (step.kind === 'told' && phase === 'telling') return { ...state, phase: 'looking' }
  if (step.kind === 'looked' && phase === 'looking') return goTo(at + 1)
  return state
}
