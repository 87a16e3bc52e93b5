import type { PanelData } from './ask-panel'
import type { TimeRange } from './ask-prometheus'
import { drawPanel } from './draw-panel'
import type { Dashboard, Panel } from './read-dashboard'
import { escaped, line, QUIET, text } from './svg'

const WIDTH = 1440
const MARGIN = 24
const HEAD = 76
const GAP = 8
const COLUMN = (WIDTH - 2 * MARGIN) / 24
/** px of one unit of height in Grafana's grid. */
const UNIT = 30

/** A dashboard as an SVG, panel by panel where Grafana would put them; `data` is by panel. */
export function drawDashboard(dashboard: Dashboard, data: Map<Panel, PanelData>, range: TimeRange): string {
  const { title, description, panels } = dashboard
  const bottom = Math.max(...panels.map(({ gridPos }) => gridPos.y + gridPos.h))
  const height = HEAD + bottom * UNIT + MARGIN
  const time = (seconds: number) => new Date(seconds * 1000).toISOString().slice(0, 16).replace('T', ' ')
  const parts = [
    text(MARGIN, 38, title, { size: 22, weight: 600 }),
    text(MARGIN, 58, description, { size: 12, fill: QUIET }),
    text(WIDTH - MARGIN, 38, `${time(range.from)} to ${time(range.to).slice(11)} UTC`, {
      size: 12,
      fill: QUIET,
      anchor: 'end',
    }),
  ]
  for (const panel of panels) {
    const { x, y, w, h } = panel.gridPos
    const at = { x: MARGIN + x * COLUMN, y: HEAD + y * UNIT }
    if (panel.type === 'row') {
      parts.push(text(at.x, at.y + 21, panel.title, { size: 13, weight: 600 }))
      parts.push(line(MARGIN, at.y + 27, WIDTH - MARGIN, at.y + 27))
      continue
    }
    const box = { x: at.x + (x === 0 ? 0 : GAP / 2), y: at.y + GAP / 2, width: 0, height: h * UNIT - GAP }
    box.width = MARGIN + (x + w) * COLUMN - (x + w === 24 ? 0 : GAP / 2) - box.x
    parts.push(drawPanel(panel, data.get(panel) ?? { curves: [], empty: [] }, range, box))
  }
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" width="${WIDTH}" height="${height}" font-family="Inter, 'Helvetica Neue', Helvetica, Arial, sans-serif"><title>${escaped(`${title}: ${description}`)}</title><rect width="${WIDTH}" height="${height}" fill="#faf9f6"/>${parts.join('\n')}</svg>\n`
}
