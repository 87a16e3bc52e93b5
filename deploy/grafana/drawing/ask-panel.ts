import { askNow, askRange, type Series, type TimeRange } from './ask-prometheus'
import type { Panel } from './read-dashboard'

export interface Curve {
  name: string
  points: Series['points']
}

export interface PanelData {
  curves: Curve[]
  /** Legends of the queries that gave nothing. */
  empty: string[]
}

const nameOf = (legend: string, labels: Record<string, string>) =>
  legend.replace(/\{\{\s*(\w+)\s*\}\}/g, (_, label: string) => labels[label] ?? '')

/** Asks every query of a panel. */
export async function askPanel(base: string, { targets }: Panel, range: TimeRange): Promise<PanelData> {
  const answers = await Promise.all(
    targets.map(({ expr, instant }) => (instant ? askNow(base, expr) : askRange(base, expr, range))),
  )
  const curves = targets.flatMap(({ legendFormat }, index) =>
    (answers[index] ?? []).map(({ labels, points }) => ({ name: nameOf(legendFormat, labels), points })),
  )
  const empty = targets.filter((_, index) => answers[index]?.length === 0).map(({ legendFormat }) => legendFormat)
  return { curves, empty }
}
