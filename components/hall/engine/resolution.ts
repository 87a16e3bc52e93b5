/** Frames slower than this are felt while walking, seconds; faster than that there is room for more. */
const slow = 1 / 28
const quick = 1 / 52
/** One frame as slow as this is reason enough. */
const stuck = 0.25
const least = 0.36

export interface Resolution {
  /** Share of the full resolution to draw with while things change. */
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
  let mean = 1 / 45
  let calm = 0
  return {
    get share() {
      return share
    },
    measure(seconds) {
      mean += (Math.min(seconds, 0.5) - mean) * 0.25
      calm++
      const before = share
      if (seconds > stuck) share = Math.max(least, share * 0.5)
      else if (calm >= 4 && mean > slow) share = Math.max(least, share * 0.8)
      else if (calm > 40 && mean < quick) share = Math.min(1, share * 1.2)
      if (share !== before) calm = 0
    },
  }
}
