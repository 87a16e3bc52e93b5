import type { Curve, PanelData } from './ask-panel'
import type { Point, TimeRange } from './ask-prometheus'
import { formatValue, roundTicks } from './format-value'
import type { Panel } from './read-dashboard'
import { CURVES, frame, HAIRLINE, line, QUIET, round, text, widthOf } from './svg'

export interface Box {
  x: number
  y: number
  width: number
  height: number
}

const PAD = 12
const colourOf = (index: number) => CURVES[index % CURVES.length] ?? QUIET
const unitOf = (panel: Panel) => panel.fieldConfig?.defaults.unit ?? 'short'

/** One panel, with its title and its sentence; what is missing is said by name. */
export function drawPanel(panel: Panel, data: PanelData, range: TimeRange, box: Box): string {
  const { x, y, width, height } = box
  const parts = [frame(x, y, width, height), text(x + PAD, y + 20, panel.title, { size: 12, weight: 600 })]
  const isStat = panel.type === 'stat'
  if (!isStat) {
    parts.push(text(x + PAD, y + 35, panel.description, { size: 9.5, fill: QUIET, room: width - 2 * PAD }))
  }
  if (data.curves.length === 0) {
    parts.push(text(x + width / 2, y + height / 2 + 8, 'No data', { size: 12, fill: QUIET, anchor: 'middle' }))
    return parts.join('')
  }
  parts.push(isStat ? drawStat(panel, data, range, box) : drawCurves(panel, data.curves, range, box))
  return parts.join('')
}

function drawStat(panel: Panel, { curves }: PanelData, { to }: TimeRange, { x, y, height }: Box): string {
  const value = curves[0]?.points.at(-1)?.[1] ?? 0
  const steps = panel.fieldConfig?.defaults.thresholds.steps ?? []
  const colour = steps.filter((step) => step.value === null || value >= step.value).at(-1)?.color
  const words = formatValue(value, unitOf(panel), to * 1000)
  return text(x + PAD, y + height / 2 + 20, words, { size: 30, fill: colour, weight: 500 })
}

/** Each curve on top of those before it. */
function stack(curves: Curve[]): Curve[] {
  const sums = new Map<number, number>()
  return curves.map(({ name, points }) => ({
    name,
    points: points.map(([at, value]): Point => {
      sums.set(at, (sums.get(at) ?? 0) + value)
      return [at, sums.get(at) ?? 0]
    }),
  }))
}

function drawCurves(panel: Panel, curves: Curve[], range: TimeRange, { x, y, width, height }: Box): string {
  const unit = unitOf(panel)
  const isStacked = panel.fieldConfig?.defaults.custom.stacking?.mode === 'normal'
  const drawn = isStacked ? stack(curves) : curves
  const ticks = roundTicks(Math.max(...drawn.flatMap(({ points }) => points.map(([, value]) => value))), unit)
  const labels = ticks.map((tick) => formatValue(tick, unit, range.to * 1000))
  const left = x + PAD + Math.max(...labels.map((label) => widthOf(label, 9.5))) + 8
  const [right, top, bottom] = [x + width - PAD, y + 50, y + height - 48]
  const most = ticks.at(-1) ?? 1
  const acrossOf = (at: number) => round(left + ((at - range.from) / (range.to - range.from)) * (right - left))
  const upOf = (value: number) => round(bottom - (value / most) * (bottom - top))

  const grid = ticks.map((tick, index) => {
    const label = text(left - 6, upOf(tick) + 3, labels[index] ?? '', { size: 9.5, fill: QUIET, anchor: 'end' })
    return line(left, upOf(tick), right, upOf(tick)) + label
  })
  const limits = (panel.fieldConfig?.defaults.thresholds.steps ?? []).map(({ value, color }) =>
    value !== null && value <= most ? line(left, upOf(value), right, upOf(value), color, '4 3') : '',
  )
  const paths = drawn.map(({ points }, index) => {
    const path = points.map(([at, value]) => `${acrossOf(at)},${upOf(value)}`).join(' ')
    const [colour, first, last] = [colourOf(index), points[0], points.at(-1)]
    const isDot = points.length === 1 && first
    if (isDot) return `<circle cx="${acrossOf(first[0])}" cy="${upOf(first[1])}" r="2" fill="${colour}"/>`
    const area =
      isStacked && first && last
        ? `<polygon points="${acrossOf(first[0])},${bottom} ${path} ${acrossOf(last[0])},${bottom}" fill="${colour}" fill-opacity="0.14"/>`
        : ''
    return `${area}<polyline points="${path}" fill="none" stroke="${colour}" stroke-width="1.3" stroke-linejoin="round"/>`
  })
  // The lowest of a stack last, so that its area is not hidden.
  const ordered = isStacked ? paths.reverse() : paths
  return [
    ...grid,
    ...limits,
    ...ordered,
    drawHours(range, left, right, bottom),
    drawLegend(panel, curves, { x, y, width, height }, range),
  ].join('')
}

function drawHours({ from, to }: TimeRange, left: number, right: number, bottom: number): string {
  const steps = [15, 30, 60, 120, 300, 600, 1800, 3600, 10800]
  const step = steps.find((each) => (to - from) / each <= 6) ?? 21600
  const format = (seconds: number) => new Date(seconds * 1000).toISOString().slice(11, step < 60 ? 19 : 16)
  const marks: string[] = []
  for (let at = Math.ceil(from / step) * step; at <= to; at += step) {
    const across = round(left + ((at - from) / (to - from)) * (right - left))
    marks.push(line(across, bottom, across, bottom + 3, HAIRLINE))
    marks.push(text(across, bottom + 14, format(at), { size: 9.5, fill: QUIET, anchor: 'middle' }))
  }
  return marks.join('')
}

function drawLegend(panel: Panel, curves: Curve[], { x, y, width, height }: Box, { to }: TimeRange): string {
  const parts: string[] = []
  let [across, down] = [x + PAD, y + height - 19]
  // Where there is no room for all, the largest are named.
  const largest = [...curves.entries()].sort(
    ([, a], [, b]) => (b.points.at(-1)?.[1] ?? 0) - (a.points.at(-1)?.[1] ?? 0),
  )
  for (const [index, { name, points }] of largest) {
    const words = `${name}  ${formatValue(points.at(-1)?.[1] ?? 0, unitOf(panel), to * 1000)}`
    const wide = 14 + widthOf(words, 9.5) + 10
    if (across + wide > x + width - PAD && across > x + PAD) {
      across = x + PAD
      down += 12
      if (down > y + height - 5) break
    }
    parts.push(`<rect x="${round(across)}" y="${down - 5}" width="9" height="3" fill="${colourOf(index)}"/>`)
    parts.push(text(round(across + 13), down, words, { size: 9.5, fill: QUIET, room: width - 2 * PAD - 14 }))
    across += wide
  }
  return parts.join('')
}
