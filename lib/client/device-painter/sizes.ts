/** Long sides (px) that are painted one after the other: every one is shown, and none waits for the largest. */
export function sketchesOf(longSide: number): number[] {
  return [128, 256, longSide].filter((size, i, all) => size <= longSide && all.indexOf(size) === i)
}

/** Share of the work that is done after each of them: painting takes as long as there are pixels. */
export function progressOf(sizes: number[]): number[] {
  const total = sizes.reduce((sum, size) => sum + size ** 2, 0)
  let done = 0
  return sizes.map((size) => {
    done += size ** 2
    return done / total
  })
}
