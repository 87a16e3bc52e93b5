import type { TourPlace } from './tour-state'

/** Reads `?tour=<id>&stop=<number from 1>&paused`: the tour that runs, and where; what makes no sense is left out. */
export function parseTourPlace(search: string): TourPlace {
  const query = new URLSearchParams(search)
  const stop = query.get('stop') ?? ''
  return { at: /^[1-9]\d{0,2}$/.test(stop) ? Number(stop) - 1 : 0, isHeld: query.has('paused') }
}

/** The other way round, without the question mark: with a tour that runs, or without any for null; what else the query holds stays. */
export function formatTourPlace(running: (TourPlace & { tour: string }) | null, search: string): string {
  const query = new URLSearchParams(search)
  for (const name of ['tour', 'stop', 'paused']) query.delete(name)
  if (running) {
    query.set('tour', running.tour)
    query.set('stop', String(running.at + 1))
    if (running.isHeld) query.set('paused', '1')
  }
  return query.toString().replaceAll('%2C', ',')
}
