/** Frames slower than this are felt while walking, seconds; faster than that there is room for more. */
const slow = 1 / 28
const quick = 1 / 52
/** Neither. */
const usual = 1 / 45
/** One frame as slow as this is reason enough. */
const stuck = 0.25
const least = 0.36
/** So many quick frames before a step up; more and more of them after one that had to be taken back, so that the picture does not flicker. */
const calmFrames = { least: 40, most: 640 } as const

export interface Resolution {
  /** Share of the full resolution to draw with while things change; 0.36 to 1. */
  readonly share: number
  /** Tells how long a frame took while things changed. */
  measure(seconds: number): void
}

/**
 * Steps the resolution of moving pictures down and up by measured time. A picture that stands still is always drawn in full.
 * `isSoftware`: the processor draws, so it starts low.
 */
export function createResolution(isSoftware: boolean): Resolution {
  let share = isSoftware ? least : 1
  let mean = usual
  let calm = 0
  let patience: number = calmFrames.least
  let hasRisen = false

  function step(by: number): void {
    const before = share
    share = Math.min(1, Math.max(least, share * by))
    if (share === before) return
    if (by < 1 && hasRisen) patience = Math.min(calmFrames.most, patience * 2)
    hasRisen = by > 1
    calm = 0
    // How long frames took at another resolution says nothing about this one.
    mean = usual
  }

  return {
    get share() {
      return share
    },
    measure(seconds) {
      mean += (Math.min(seconds, 0.5) - mean) * 0.25
      calm++
      if (seconds > stuck) step(0.5)
      else if (calm >= 4 && mean > slow) step(0.8)
      else if (calm > patience && mean < quick) step(1.2)
    },
  }
}
