/** Frames at the start that tell nothing: shaders are compiled and the first pictures handed over while they are drawn. */
const firstFrames = 4

/** The time between frames; all times in milliseconds of one clock, e.g. `performance.now()`. */
export interface FrameClock {
  /** Something is about to move: time counts from now, not from the first frame that shows it. */
  begin(now: number): void
  /** A frame begins; by how much things move on in it, seconds. */
  tick(now: number): number
  /** A frame was drawn; whether it is followed by another at once. */
  end(goesOn: boolean): void
  /**
   * Whether the time since the last frame is what drawing it took. It is not when nothing moved between them, when the page was out of sight,
   * or before the first few were drawn.
   */
  readonly isMeasure: boolean
  /** What passes until the next frame is nobody's doing: the page is out of sight, or a headset drew. */
  skip(): void
}

export function createFrameClock(): FrameClock {
  let last = 0
  let goesOn = false
  let left = firstFrames
  return {
    begin(now) {
      if (last === 0) last = now
    },
    tick(now) {
      const seconds = last === 0 ? 1 / 60 : (now - last) / 1000
      last = now
      return seconds
    },
    end(isFollowed) {
      goesOn = isFollowed
      if (!goesOn) last = 0
      if (left > 0) left--
    },
    get isMeasure() {
      return goesOn && left === 0
    },
    skip() {
      goesOn = false
    },
  }
}
