/** The value below which a share (0 to 1) of what a histogram measured in the last five minutes lies; `by` names labels that stay apart. */
export const percentile = (share: number, metric: string, by = '') =>
  `histogram_quantile(${share}, sum by (le${by && `, ${by}`}) (rate(${metric}_bucket[5m])))`

/** Orders a second that ended so, 0 where none has; `outcome` is a regular expression. */
export const ended = (outcome: string) =>
  `sum(rate(vernissage_orders_ended_total{outcome=~"${outcome}"}[5m])) or vector(0)`

/** The share of a counter that a selector picks, by a label; 0 where it picks none. */
export const share = (by: string, metric: string, picked: string) => {
  const all = `sum by (${by}) (rate(${metric}[5m]))`
  return `(sum by (${by}) (rate(${metric}{${picked}}[5m])) or 0 * ${all}) / ${all}`
}
