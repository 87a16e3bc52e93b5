import { layOut } from '@/lib/hanging/lay-out'
import { minimapOf } from '@/lib/hanging/minimap'
import type { Plan } from '@/lib/hanging/plan'
import { boundsOf, outline } from '@/lib/hanging/walls'
import { PlanLines } from './plan-lines'

/** Metres around the rooms. */
const air = 1

/** All rooms of an exhibition from above, north up, numbered in their order; doors are gaps, windows thin. */
export function FloorPlan({ plans, label }: { plans: Plan[]; label: string }) {
  const rooms = layOut(plans)
  const map = minimapOf(rooms, [])
  const { minX, minZ, maxX, maxZ } = map.bounds
  const [width, depth] = [maxX - minX + 2 * air, maxZ - minZ + 2 * air]
  const size = Math.max(width, depth) / 18
  return (
    <svg
      role="img"
      aria-label={label}
      viewBox={`${minX - air} ${minZ - air} ${width} ${depth}`}
      preserveAspectRatio="xMinYMid meet"
      className="block h-64 w-full"
    >
      {rooms.map((plan, index) => {
        const room = boundsOf([plan])
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: a room is its place in the order
          <g key={index}>
            <polygon points={outline(plan).join(' ')} className="fill-mat" />
            <text
              x={(room.minX + room.maxX) / 2}
              y={(room.minZ + room.maxZ) / 2}
              fontSize={size}
              textAnchor="middle"
              dominantBaseline="central"
              className="fill-secondary tabular-nums"
            >
              {index + 1}
            </text>
          </g>
        )
      })}
      <PlanLines map={map} />
    </svg>
  )
}
