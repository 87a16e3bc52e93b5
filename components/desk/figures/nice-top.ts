/** The upper end of a scale that starts at 0: even, at least `most`, and 2, 4, 6 or 10 times a power of ten. */
export function niceTop(most: number): number {
  const power = 10 ** Math.floor(Math.log10(Math.max(1, most)))
  return [2, 4, 6, 10, 20].map((times) => times * power).find((top) => top >= most) ?? 2
}
