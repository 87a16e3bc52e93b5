import type { TourStopView, TourView } from '@/lib/contracts/tours'

/** A stop whose work hangs in this hall, with the work's place in it. */
export interface PlayedStop extends TourStopView {
  workIndex: number
}

export interface TourState {
  tour: TourView
  stops: readonly PlayedStop[]
  at: number
  /** `held`: the visitor paused it, or took the wheel. */
  phase: 'walking' | 'telling' | 'looking' | 'held' | 'over'
}

export type TourStep = { kind: 'arrived' | 'told' | 'looked' | 'hold' | 'resume' } | { kind: 'skip'; by: 1 | -1 }

/** The tour at its first stop; null where none of its works hangs here. `works`: their ids in walking order. */
export function beginTour(tour: TourView, works: readonly string[]): TourState | null {
  const stops = tour.stops.flatMap((stop): PlayedStop[] => {
    const workIndex = works.indexOf(stop.artworkId)
    return workIndex < 0 ? [] : [{ ...stop, workIndex }]
  })
  return stops.length === 0 ? null : { tour, stops, at: 0, phase: 'walking' }
}

/** What a tour does next. A held one goes on from the stop it was held at, by walking there again. */
export function stepTour(state: TourState, step: TourStep): TourState {
  const { at, phase, stops } = state
  const goTo = (next: number): TourState =>
    next >= stops.length
      ? { ...state, at: stops.length - 1, phase: 'over' }
      : { ...state, at: Math.max(0, next), phase: 'walking' }
  if (phase === 'over') return step.kind === 'resume' ? goTo(0) : step.kind === 'skip' && step.by < 0 ? goTo(at) : state
  if (step.kind === 'skip') return goTo(at + step.by)
  if (step.kind === 'hold') return phase === 'held' ? state : { ...state, phase: 'held' }
  if (step.kind === 'resume') return phase === 'held' ? goTo(at) : state
  if (step.kind === 'arrived' && phase === 'walking') return { ...state, phase: 'telling' }
  if (step.kind === 'told' && phase === 'telling') return { ...state, phase: 'looking' }
  if (step.kind === 'looked' && phase === 'looking') return goTo(at + 1)
  return state
}
