/** What a panel shows of its queries; the rest follows from it. */
export interface PanelSpec {
  title: string
  /** One sentence for who hovers over the corner: what is good, what is not. */
  help: string
  /** Prometheus queries by the name of their curve, which may use labels: `{{version}}`. */
  queries: Record<string, string>
  unit?: 's' | 'percentunit' | 'short' | 'bytes' | 'reqps' | 'opm' | 'dateTimeFromNow' | 'celsius'
  /** From where on it is amber, and red. */
  limits?: [amber: number, red: number]
  kind?: 'timeseries' | 'stat' | 'bargauge'
  /** Columns of 24; 8 by default. */
  width?: number
  isStacked?: boolean
  /** What there must be for a curve to be there at all, by its name in `queries`: "a GPU". Others always have an answer. */
  emptyWithout?: Record<string, string>
}

export interface DashboardSpec {
  uid: string
  title: string
  description: string
  /** Row by row. */
  rows: { title: string; panels: PanelSpec[] }[]
}

const HEIGHT = 8
const STAT_HEIGHT = 4
const DATASOURCE = { type: 'prometheus', uid: 'prometheus' }
const COLOURS = { calm: '#4a7c59', amber: '#b7791f', red: '#b03a2e' }

/** A dashboard as Grafana 10 and later reads it (schema 39). */
export function makeDashboard({ uid, title, description, rows }: DashboardSpec) {
  const panels: Record<string, unknown>[] = []
  let y = 0
  for (const row of rows) {
    panels.push({
      id: panels.length + 1,
      type: 'row',
      title: row.title,
      collapsed: false,
      gridPos: { x: 0, y, w: 24, h: 1 },
      panels: [],
    })
    y += 1
    let x = 0
    let height = 0
    for (const spec of row.panels) {
      const [w, h] = [spec.width ?? 8, spec.kind === 'stat' ? STAT_HEIGHT : HEIGHT]
      if (x + w > 24) {
        x = 0
        y += height
        height = 0
      }
      panels.push({ id: panels.length + 1, gridPos: { x, y, w, h }, ...makePanel(spec) })
      x += w
      height = Math.max(height, h)
    }
    y += height
  }
  return {
    uid,
    title,
    description,
    tags: ['vernissage'],
    schemaVersion: 39,
    version: 1,
    editable: false,
    timezone: 'browser',
    refresh: '15s',
    time: { from: 'now-3h', to: 'now' },
    links: [{ type: 'dashboards', tags: ['vernissage'], title: 'Vernissage', asDropdown: false, keepTime: true }],
    annotations: { list: [firingAlerts] },
    templating: { list: [] },
    panels,
  }
}

/** Alerts that fire are drawn into every panel. */
const firingAlerts = {
  name: 'Alerts',
  datasource: DATASOURCE,
  enable: true,
  iconColor: COLOURS.red,
  expr: 'ALERTS{alertstate="firing",alertname!=""}',
  titleFormat: '{{alertname}}',
  step: '60s',
}

function makePanel({
  title,
  help,
  queries,
  unit = 'short',
  limits,
  kind = 'timeseries',
  isStacked = false,
  emptyWithout = {},
}: PanelSpec) {
  const reasons = [...new Set(Object.values(emptyWithout))]
  const steps = [{ color: COLOURS.calm, value: null as number | null }]
  if (limits) steps.push({ color: COLOURS.amber, value: limits[0] }, { color: COLOURS.red, value: limits[1] })
  const isCurve = kind === 'timeseries'
  return {
    type: kind,
    title,
    description: reasons.length > 0 ? `${help} Empty without ${reasons.join(', ')}.` : help,
    datasource: DATASOURCE,
    targets: Object.entries(queries).map(([legendFormat, expr], index) => ({
      refId: String.fromCharCode(65 + index),
      datasource: DATASOURCE,
      expr,
      legendFormat,
      instant: !isCurve,
      range: isCurve,
    })),
    fieldConfig: {
      defaults: {
        unit: unit === 'opm' ? 'short' : unit,
        min: unit === 'dateTimeFromNow' ? undefined : 0,
        thresholds: { mode: 'absolute', steps },
        color: { mode: isCurve ? 'palette-classic' : 'thresholds' },
        custom: isCurve
          ? {
              drawStyle: 'line',
              lineWidth: 1,
              fillOpacity: isStacked ? 30 : 0,
              showPoints: 'never',
              stacking: { mode: isStacked ? 'normal' : 'none' },
              thresholdsStyle: { mode: limits ? 'line' : 'off' },
            }
          : {},
      },
      overrides: [],
    },
    options: isCurve
      ? { legend: { displayMode: 'list', placement: 'bottom' }, tooltip: { mode: 'multi', sort: 'desc' } }
      : { reduceOptions: { calcs: ['lastNotNull'] }, colorMode: 'value', graphMode: 'area' },
  }
}
