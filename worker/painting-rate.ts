/** How fast this worker paints, learnt from what it painted. */
export interface PaintingRate {
  note(paintingMs: number, pixels: number): void
  /** Exponential mean of seconds for a megapixel; null before the first painting. */
  secondsPerMegapixel(): number | null
}

/** Weight of the newest painting. */
const newestShare = 0.2

export function measureRate(): PaintingRate {
  let mean: number | null = null
  return {
    note(paintingMs, pixels) {
      const seconds = paintingMs / 1000 / (pixels / 1e6)
      mean = mean === null ? seconds : mean * (1 - newestShare) + seconds * newestShare
    },
    secondsPerMegapixel: () => mean,
  }
}
