/** At this share of the resolution and below a device has given up what it can; at the other and above it has room again. */
const [low, high] = [0.5, 0.8]
/** Seconds of movement on low steps until the reflection is given up, and on high ones until it is tried again; twice as many each time. */
const until = { givenUp: 6, triedAgain: 20 } as const
/** However long a frame took, it counts for no more, seconds: one that hung says nothing of the others. */
const longestFrame = 0.25

export interface Reflection {
  /** Tells how long a frame took while things moved (seconds), and the share of the resolution that it was drawn with. */
  measure(seconds: number, share: number): void
  /** Whether a frame shows it. `isSharp`: nothing moves, and the frame is drawn in full. */
  isShown(share: number, isSharp: boolean): boolean
}

/**
 * Whether the floor reflects. A device on low steps leaves it out while things move; one that stays there does without altogether, for
 * else it would appear anew whenever one stands still. Where the processor draws (`isSoftware`) it is never given up: there a walk is a
 * row of single pictures, and the one that stands is what the visitor has.
 */
export function createReflection(isSoftware: boolean): Reflection {
  let isGivenUp = false
  let seconds = 0
  let patience: number = until.triedAgain
  return {
    measure(frame, share) {
      if (isSoftware) return
      const counts = isGivenUp ? share >= high : share <= low
      const speaksAgainst = isGivenUp ? share < high : share >= high
      if (counts) seconds += Math.min(longestFrame, frame)
      else if (speaksAgainst) seconds = 0
      if (seconds < (isGivenUp ? patience : until.givenUp)) return
      if (isGivenUp) patience *= 2
      isGivenUp = !isGivenUp
      seconds = 0
    },
    isShown: (share, isSharp) => !isGivenUp && (isSharp || share > low),
  }
}
