import type { Minimap } from '@/lib/hanging/minimap'

/** All templates are drawn to one scale: this many metres fit. */
const metres = 40

/** A template's rooms from above, small, beside its name. */
export function TemplatePlan({ map }: { map: Minimap }) {
  const { minX, minZ, maxX, maxZ } = map.bounds
  const [x, z] = [(minX + maxX - metres) / 2, (minZ + maxZ - metres) / 2]
  return (
    <svg aria-hidden="true" viewBox={`${x} ${z} ${metres} ${metres}`} className="size-20 flex-none">
      <g stroke="currentColor" strokeWidth={1.25} strokeLinecap="square">
        {map.walls.map(([from, to]) => (
          <line
            key={`${from}/${to}`}
            x1={from[0]}
            y1={from[1]}
            x2={to[0]}
            y2={to[1]}
            vectorEffect="non-scaling-stroke"
          />
        ))}
      </g>
      <g strokeWidth={2} className="stroke-paper">
        {map.windows.map(([from, to]) => (
          <line
            key={`${from}/${to}`}
            x1={from[0]}
            y1={from[1]}
            x2={to[0]}
            y2={to[1]}
            vectorEffect="non-scaling-stroke"
          />
        ))}
      </g>
    </svg>
  )
}
