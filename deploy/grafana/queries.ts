/** The value below which a share (0 to 1) of what a histogram measured in the last five minutes lies; `by` names labels that stay apart. */
export const percentile = (share: number, metric: string, by = '') =>
  `histogram_quantile(${share}, sum by (le${by && `, ${by}`}) (rate(${metric}_bucket[5m])))`

/** Orders a second that ended so; `outcome` is a regular expression. */
export const ended = (outcome: string) => `sum(rate(vernissage_orders_ended_total{outcome=~"${outcome}"}[5m]))`
