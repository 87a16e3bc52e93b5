'use client'

import type { PlacedHanging } from '@/lib/client/hanging/hanging-model'
import { Silent } from './silent'
import { centimetres } from './wall-view'

interface MeasuresLineProps {
  /** Works of the wall. */
  works: PlacedHanging[]
  length: number
  at: (along: number, height: number) => [number, number]
}

/** A label narrower than this on the drawing is left out, pixels. */
const leastWidth = 26

/** The chain of measures under a wall, in centimetres: works and the clear wall between them. Works above each other count as one. */
export function MeasuresLine({ works, length, at }: MeasuresLineProps) {
  const spans = mergeSpans(works)
  const stops = [0, ...spans.flat(), length]
  const y = at(0, 0)[1] + 26
  return (
    <Silent fontSize={11} className="tabular-nums">
      <line x1={at(0, 0)[0]} x2={at(length, 0)[0]} y1={y} y2={y} className="stroke-rule" />
      {stops.map((stop, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two stops may be at the same place
        <line key={index} x1={at(stop, 0)[0]} x2={at(stop, 0)[0]} y1={y - 4} y2={y + 4} className="stroke-edge" />
      ))}
      {stops.slice(1).map((stop, index) => {
        const before = stops[index] ?? 0
        const [from, to] = [at(before, 0)[0], at(stop, 0)[0]]
        if (to - from < leastWidth) return null
        const isGap = index % 2 === 0
        return (
          <text
            // biome-ignore lint/suspicious/noArrayIndexKey: two stops may be at the same place
            key={index}
            x={(from + to) / 2}
            y={y + 18}
            textAnchor="middle"
            className={isGap ? 'fill-ink' : 'fill-secondary'}
          >
            {centimetres(Math.round((stop - before) * 100) / 100)}
          </text>
        )
      })}
    </Silent>
  )
}

/** Stretches that works cover, from left to right. */
function mergeSpans(works: PlacedHanging[]): [number, number][] {
  const spans = works
    .map(({ along, artwork }): [number, number] => [along - artwork.widthCm / 200, along + artwork.widthCm / 200])
    .sort((a, b) => a[0] - b[0])
  const merged: [number, number][] = []
  for (const span of spans) {
    const last = merged.at(-1)
    if (last && span[0] < last[1]) last[1] = Math.max(last[1], span[1])
    else merged.push([...span])
  }
  return merged
}
