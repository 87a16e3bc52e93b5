import type { DayFigures } from '@/lib/contracts/figures'

/** All days together. */
export function sumsOf(days: readonly DayFigures[]): Omit<DayFigures, 'day'> {
  const sum = (name: keyof Omit<DayFigures, 'day'>) => days.reduce((all, day) => all + day[name], 0)
  return {
    visits: sum('visits'),
    hallVisits: sum('hallVisits'),
    likes: sum('likes'),
    favourites: sum('favourites'),
    portraits: sum('portraits'),
  }
}
