import type { Minimap } from '@/lib/hanging/minimap'
import type { Point } from '@/lib/hanging/plan'

/** Walls and windows of rooms seen from above, in whatever measure they are drawn. */
export function PlanLines({ map }: { map: Minimap }) {
  return (
    <>
      <Lines lines={map.walls} width={1.25} className="stroke-ink" />
      <Lines lines={map.windows} width={2.5} className="stroke-paper" />
      <Lines lines={map.windows} width={1} className="stroke-edge" />
    </>
  )
}

function Lines({ lines, width, className }: { lines: [Point, Point][]; width: number; className: string }) {
  return (
    <g strokeWidth={width} strokeLinecap="butt" className={className}>
      {lines.map(([from, to]) => (
        <line key={`${from}/${to}`} x1={from[0]} y1={from[1]} x2={to[0]} y2={to[1]} vectorEffect="non-scaling-stroke" />
      ))}
    </g>
  )
}
