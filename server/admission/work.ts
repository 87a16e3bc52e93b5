import { type PortraitQuality, portraitSizes, sizeClassOf } from '@/lib/contracts/portraits'

/** Waiting orders that are alike. */
export interface WorkGroup {
  quality: PortraitQuality
  /** Long side, px. */
  longSide: number
  /** Refined in half of the steps. */
  isShort: boolean
  /** Orders; one that is being painted counts as the part that is left of it. */
  count: number
}

/** How fast the house paints, as measured. */
export interface Pace {
  /** Workers that live. */
  workers: number
  /** Of all of them together, without refinement; null before the first painting. */
  megapixelsPerSecond: number | null
  /** Of the fastest one worker that was heard of in the last day, living or not; null where none has painted. */
  lastMegapixelsPerSecond: number | null
  /** Seconds that one worker took of late for a refined painting, by size class; classes without a painting are absent. */
  secondsOfRefined: Readonly<Record<string, number>>
}

/** A sketch is painted at half the size. */
const sketchShare = 0.25
/** Pictures are taken to be as high as three quarters of their width. */
const usualShape = 0.75
/** Of one worker, before anything was measured. */
const guess = { megapixelsPerSecond: 0.5, secondsOfRefined: 20 }

function megapixelsOf({ quality, longSide, count }: WorkGroup): number {
  return ((longSide * longSide * usualShape) / 1e6) * (quality === 'SKETCH' ? sketchShare : 1) * count
}

/** Refinement takes its time whatever the pace of painting: the class' own seconds, or those of the nearest class below or above it. */
function secondsOfOneRefined(longSide: number, { secondsOfRefined }: Pace): number | null {
  const wanted = sizeClassOf(longSide)
  const known = portraitSizes.filter((size) => secondsOfRefined[size] !== undefined)
  const [nearest] = known.toSorted((a, b) => Math.abs(a - wanted) - Math.abs(b - wanted))
  return nearest === undefined ? null : (secondsOfRefined[nearest] ?? null)
}

/**
 * Seconds until all of it is painted, by the rates that were measured, shared among the workers that live. Null while nobody can know:
 * no worker, or nothing measured that the work would need.
 */
export function secondsOfWork(groups: readonly WorkGroup[], pace: Pace): number | null {
  if (pace.workers === 0) return null
  let seconds = 0
  for (const group of groups) {
    if (group.quality === 'MASTER') {
      const one = secondsOfOneRefined(group.longSide, pace)
      if (one === null) return null
      seconds += (one * group.count * (group.isShort ? 0.5 : 1)) / pace.workers
    } else {
      if (pace.megapixelsPerSecond === null) return null
      seconds += megapixelsOf(group) / pace.megapixelsPerSecond
    }
  }
  return seconds
}

/** How many of the smallest paintings all workers together make in a second; 0 where nothing was measured. */
export function quickOrdersPerSecond({ megapixelsPerSecond }: Pace): number {
  return (
    (megapixelsPerSecond ?? 0) /
    megapixelsOf({ quality: 'PAINTING', longSide: portraitSizes[0], isShort: false, count: 1 })
  )
}

/**
 * The same for the ladder, which has to decide whatever is known: without a worker it reckons with one as fast as the last, and what was
 * never measured is guessed. In a house where nobody has ever painted there are no seconds to speak of, and it stays open.
 */
export function backlogOf(groups: readonly WorkGroup[], pace: Pace): number {
  const hasRefined = Object.keys(pace.secondsOfRefined).length > 0
  if (pace.workers === 0 && pace.lastMegapixelsPerSecond === null && !hasRefined) return 0
  const workers = Math.max(1, pace.workers)
  const each = pace.lastMegapixelsPerSecond ?? guess.megapixelsPerSecond
  const filled: Pace = {
    ...pace,
    workers,
    megapixelsPerSecond: pace.megapixelsPerSecond ?? each * workers,
    secondsOfRefined: hasRefined ? pace.secondsOfRefined : { [portraitSizes[0]]: guess.secondsOfRefined },
  }
  return secondsOfWork(groups, filled) ?? 0
}
