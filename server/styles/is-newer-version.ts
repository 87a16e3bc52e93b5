/** Generation, steps of training, steps of its sight, and what makes other weights with the same steps another version. */
const numbered = /^(\d+)\.(\d+)\.(\d+)(?:\.\w+)?$/

function numbersOf(version: string): number[] | null {
  return numbered.exec(version)?.slice(1, 4).map(Number) ?? null
}

/**
 * Whether one version of a network came after another, by their three numbers (training/painter/version.py). False where nobody can
 * tell: with the same numbers, or where one is no such version, as that of a network that was dropped in, which is its digest.
 */
export function isNewerVersion(version: string, other: string): boolean {
  const [ours, theirs] = [numbersOf(version), numbersOf(other)]
  if (!ours || !theirs) return false
  const differences = ours.map((number, n) => number - (theirs[n] ?? 0))
  return (differences.find((difference) => difference !== 0) ?? 0) > 0
}
