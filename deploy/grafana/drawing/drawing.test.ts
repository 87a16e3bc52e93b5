import path from 'node:path'
import { describe, expect, it, test } from 'vitest'
import { dashboards } from '../dashboards'
import { drawDashboard } from './draw-dashboard'
import { formatValue, roundTicks } from './format-value'
import { type Panel, readDashboard } from './read-dashboard'

const now = Date.parse('2026-11-27T20:00:00Z')

test.each([
  [0, 's', '0 s'],
  [0.0123, 's', '12.3 ms'],
  [90, 's', '90 s'],
  [600, 's', '10 min'],
  [0.0512, 'percentunit', '5.12 %'],
  [3 * 2 ** 20, 'bytes', '3 MiB'],
  [12_345, 'short', '12.3 K'],
  [0.25, 'reqps', '0.25/s'],
  [now + 3 * 3_600_000, 'dateTimeFromNow', 'in 3 h'],
])('%d of %s reads %s', (value, unit, words) => {
  expect(formatValue(value, unit, now)).toBe(words)
})

test('an axis has round numbers, begins at nought and ends where the highest value fits', () => {
  expect(roundTicks(0)).toEqual([0, 0.5, 1])
  expect(roundTicks(87)).toEqual([0, 50, 100])
  expect(roundTicks(21.4 * 2 ** 20, 'bytes').map((tick) => tick / 2 ** 20)).toEqual([0, 10, 20, 30])
  expect(roundTicks(0.9).at(-1)).toBeGreaterThanOrEqual(0.9)
  for (const most of [0.003, 1, 7, 42, 999, 1e9]) expect(roundTicks(most).length).toBeLessThanOrEqual(6)
})

describe.each(Object.keys(dashboards))('%s', (name) => {
  const dashboard = readDashboard(path.join(import.meta.dirname, `../dashboards/${name}.json`))
  const panels = dashboard.panels.filter(({ type }) => type !== 'row')
  const range = { from: now / 1000 - 600, to: now / 1000 }
  const textsOf = (svg: string) => [...svg.matchAll(/<text[^>]*>([^<]*)</g)].map(([, words]) => words)

  it('is drawn with a curve for each query, the last value of each, and every title', () => {
    const data = new Map<Panel, { curves: { name: string; points: [number, number][] }[]; empty: string[] }>(
      panels.map((panel) => [
        panel,
        {
          curves: panel.targets.map((_, index) => ({
            name: `curve ${index}`,
            points: [
              [range.from, 0],
              [range.to, 0.5],
            ],
          })),
          empty: [],
        },
      ]),
    )
    const svg = drawDashboard(dashboard, data, range)
    const curves = panels.filter(({ type }) => type === 'timeseries').flatMap(({ targets }) => targets)
    expect(svg.match(/<polyline/g)?.length ?? 0).toBe(curves.length)
    expect(textsOf(svg)).toEqual(expect.arrayContaining(panels.map(({ title }) => title)))
    expect(svg).not.toMatch(/NaN|undefined|Infinity/)
  })

  it('says where there is nothing', () => {
    const svg = drawDashboard(dashboard, new Map(), range)
    expect(textsOf(svg).filter((words) => words === 'No data')).toHaveLength(panels.length)
  })

  it('names reasons only for curves that it has, and says them at the panel', () => {
    for (const spec of dashboards[name]?.rows.flatMap((row) => row.panels) ?? []) {
      const panel = panels.find(({ title }) => title === spec.title)
      for (const [legend, reason] of Object.entries(spec.emptyWithout ?? {})) {
        expect(Object.keys(spec.queries)).toContain(legend)
        expect(panel?.description).toContain(reason)
      }
    }
  })
})
