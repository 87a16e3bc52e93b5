import type { BenchRow } from '../painter'

/** A figure that is to be no more than so much. */
export const budget = (name: string, value: number, unit: string, most: number): BenchRow => ({
  name,
  value,
  unit,
  baseline: Number.NaN,
  ratio: Number.NaN,
  goal: `<= ${most}`,
  isMet: value <= most,
})
