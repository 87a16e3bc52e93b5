/** Frames slower than this are felt while walking, seconds; faster than that there is room for more. */
const slow = 1 / 28
const quick = 1 / 52

export interface Resolution {
  /** Shares of the full resolution to draw with while moving. */
  readonly share: number
  /** Tells how long a frame took while things moved; whether the share changed. */
  measure(seconds: number): boolean
}

/** Steps the resolution of moving pictures down and up by measured time. A picture that stands still is always drawn in full. */
export function createResolution(): Resolution {
  let share = 1
  let mean = 1 / 45
  let calm = 0
  return {
    get share() {
      return share
    },
    measure(seconds) {
      mean += (Math.min(seconds, 0.5) - mean) * 0.25
      calm++
      if (calm < 4) return false
      const before = share
      if (mean > slow) share = Math.max(0.3, share * (mean > 0.12 ? 0.55 : 0.8))
      else if (mean < quick && calm > 40) share = Math.min(1, share * 1.2)
      if (share === before) return false
      calm = 0
      return true
    },
  }
}
