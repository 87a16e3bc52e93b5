import type { Minimap } from '@/lib/hanging/minimap'
import type { Point } from '@/lib/hanging/plan'

/** All templates are drawn to one scale: this many metres fit. */
const metres = 40

/** A template's rooms from above, small, beside its name; windows are thin. */
export function TemplatePlan({ map }: { map: Minimap }) {
  const { minX, minZ, maxX, maxZ } = map.bounds
  const [x, z] = [(minX + maxX - metres) / 2, (minZ + maxZ - metres) / 2]
  return (
    <svg aria-hidden="true" viewBox={`${x} ${z} ${metres} ${metres}`} className="size-20 flex-none">
      <Lines lines={map.walls} width={1.25} className="stroke-ink" />
      <Lines lines={map.windows} width={2.5} className="stroke-paper" />
      <Lines lines={map.windows} width={1} className="stroke-edge" />
    </svg>
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
