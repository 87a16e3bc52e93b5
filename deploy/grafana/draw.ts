/**
 * `npx tsx deploy/grafana/draw.ts PROMETHEUS FOLDER`: draws every dashboard of deploy/grafana/dashboards as an SVG, with what that Prometheus
 * answers to its queries, since it was started, but three hours at most. Ends with 1 where a query gives nothing and no reason is named for it in deploy/grafana/boards.
 * For a look without Grafana; what Grafana itself makes of the same files looks otherwise.
 */
import fs from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import { dashboards } from './dashboards'
import { askPanel, type PanelData } from './drawing/ask-panel'
import { askNow } from './drawing/ask-prometheus'
import { drawDashboard } from './drawing/draw-dashboard'
import { type Panel, readDashboard } from './drawing/read-dashboard'

/** As the dashboards begin. */
const LONGEST_SECONDS = 3 * 3600

const [prometheus, folder] = z.tuple([z.url(), z.string().min(1)]).parse(process.argv.slice(2, 4))
fs.mkdirSync(folder, { recursive: true })
const base = prometheus.replace(/\/$/, '')
const [oldest] = await askNow(base, 'max(process_start_time_seconds{job="prometheus"})')
const to = Math.floor(Date.now() / 1000)
const range = { from: Math.max(to - LONGEST_SECONDS, Math.floor(oldest?.points[0]?.[1] ?? 0)), to }

/** Why a query may give nothing, as its board says; undefined where it may not. */
const reasonOf = (name: string, title: string, legend: string) =>
  dashboards[name]?.rows.flatMap(({ panels }) => panels).find((panel) => panel.title === title)?.emptyWithout?.[legend]

let [queries, answered, unexplained] = [0, 0, 0]
for (const name of Object.keys(dashboards)) {
  const dashboard = readDashboard(path.join(import.meta.dirname, 'dashboards', `${name}.json`))
  const data = new Map<Panel, PanelData>()
  for (const panel of dashboard.panels.filter(({ type }) => type !== 'row')) {
    const answer = await askPanel(base, panel, range)
    data.set(panel, answer)
    queries += panel.targets.length
    answered += panel.targets.length - answer.empty.length
    for (const legend of answer.empty) {
      const reason = reasonOf(name, panel.title, legend)
      if (!reason) unexplained += 1
      console.log(
        `  ${name}, ${panel.title}, ${legend}: nothing, ${reason ? `as there is not ${reason}` : 'and NO REASON for it'}`,
      )
    }
  }
  fs.writeFileSync(path.join(folder, `${name}.svg`), drawDashboard(dashboard, data, range))
}
console.log(
  `${answered} of ${queries} queries have an answer; ${unexplained} have none and no reason. Drawn into ${folder}.`,
)
process.exitCode = unexplained > 0 ? 1 : 0
