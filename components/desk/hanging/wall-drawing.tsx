'use client'

import { keptClear } from '@/lib/hanging/check-hanging'
import { measures } from '@/lib/hanging/measures'
import type { Plan, Wall } from '@/lib/hanging/plan'
import { wallLength } from '@/lib/hanging/walls'
import { Silent } from './silent'

interface WallDrawingProps {
  plan: Plan
  wall: Wall
  scale: number
  /** Pixels of a point, metres from the left end and from the floor. */
  at: (along: number, height: number) => [number, number]
  labels: { line: string; title: string }
}

/** The bare wall: its face, doors, the stretch of the title, the line at 1.5 m, and a visitor for scale. */
export function WallDrawing({ plan, wall, scale, at, labels }: WallDrawingProps) {
  const length = wallLength(wall)
  const [left, floor] = at(0, 0)
  const [right, ceiling] = at(length, plan.height)
  const lineY = at(0, measures.centreHeight)[1]
  const doors = wall.doors.map((door) => ({ ...door, height: Math.min(measures.doorHeight, plan.height) }))
  const title = plan.title?.wall === wall.id ? plan.title : null
  const person = standingPlace(plan, wall)
  return (
    <Silent>
      <rect
        x={left}
        y={ceiling}
        width={right - left}
        height={floor - ceiling}
        fill={plan.wallColour ?? '#f8f8f8'}
        className="stroke-rule"
      />
      {title && (
        <g>
          <rect
            x={at(title.at, 0)[0]}
            y={ceiling}
            width={title.width * scale}
            height={floor - ceiling}
            fill="#ffffff"
            fillOpacity={0.35}
          />
          <text
            x={at(title.at + title.width / 2, 0)[0]}
            y={at(0, 1.85)[1]}
            textAnchor="middle"
            fontSize={Math.min(22, title.width * scale * 0.16)}
            className="editorial fill-secondary"
          >
            {labels.title}
          </text>
        </g>
      )}
      {doors.map((door) => (
        <rect
          key={door.at}
          x={at(door.at, 0)[0]}
          y={at(0, door.height)[1]}
          width={door.width * scale}
          height={door.height * scale}
          className="fill-paper stroke-edge"
        />
      ))}
      {person !== null && (
        <g
          transform={`translate(${at(person, 0)[0]} ${floor}) scale(${scale})`}
          className="fill-ink"
          fillOpacity={0.13}
        >
          <circle cx={0} cy={-1.58} r={0.11} />
          <path d="M-.2 -1.42h.4l.06 .66h-.1l-.03 .76h-.11l-.02 -.66l-.02 .66h-.11l-.03 -.76h-.1z" />
        </g>
      )}
      <line x1={left} x2={right} y1={lineY} y2={lineY} className="stroke-edge" strokeDasharray="2 5" />
      <text x={left - 4} y={lineY + 4} textAnchor="end" fontSize={11} className="fill-secondary">
        {labels.line.replace(/\D/g, '')}
      </text>
      <line x1={left - 16} x2={right + 16} y1={floor} y2={floor} className="stroke-ink" strokeWidth={1.5} />
    </Silent>
  )
}

/** Beside the first door, else near the right end; nowhere where the wall is short. */
function standingPlace(plan: Plan, wall: Wall): number | null {
  const length = wallLength(wall)
  if (length < 4) return null
  const [kept] = keptClear(plan, wall)
  return kept && wall.doors.length > 0 ? kept[1] + 0.5 : length - 0.5
}
