'use client'

import type { PlacedHanging } from '@/lib/client/hanging/hanging-model'
import type { Plan, Point, Wall } from '@/lib/hanging/plan'
import { boundsOf, outline, pointOnWall, wallLength } from '@/lib/hanging/walls'
import { Silent } from './silent'

interface PlanViewProps {
  plan: Plan
  hangings: PlacedHanging[]
  wallId: string
  /** Hangings that are chosen. */
  chosen: ReadonlySet<string>
  label: string
  nameOf: (wallId: string) => string
  onWall: (wallId: string) => void
}

/** Metres around the room. */
const air = 0.6

/** The room from above: its walls, doors, benches, and every work where it hangs. A wall is chosen by press or key. */
export function PlanView({ plan, hangings, wallId, chosen, label, nameOf, onWall }: PlanViewProps) {
  const bounds = boundsOf([plan])
  const [width, depth] = [bounds.maxX - bounds.minX + 2 * air, bounds.maxZ - bounds.minZ + 2 * air]
  const thin = Math.max(width, depth) / 300
  return (
    // biome-ignore lint/a11y/useSemanticElements: a group of walls, not of form fields
    <svg
      viewBox={`${bounds.minX - air} ${bounds.minZ - air} ${width} ${depth}`}
      className="max-h-52 w-full select-none"
      role="group"
      aria-label={label}
    >
      <polygon points={outline(plan).join(' ')} className="fill-mat" />
      {plan.benches.map((bench) => (
        <rect
          key={bench.at.join()}
          x={-bench.length / 2}
          y={-0.23}
          width={bench.length}
          height={0.46}
          transform={`translate(${bench.at.join(' ')}) rotate(${(-bench.turn * 180) / Math.PI})`}
          className="fill-rule"
        />
      ))}
      {plan.walls.map((wall) => {
        const isPresent = wall.id === wallId
        const doors = wall.doors.map(
          (door) => [pointOnWall(wall, door.at), pointOnWall(wall, door.at + door.width)] as const,
        )
        const line = { x1: wall.from[0], y1: wall.from[1], x2: wall.to[0], y2: wall.to[1] }
        return (
          // biome-ignore lint/a11y/useSemanticElements: a button element cannot stand within a drawing
          <g
            key={wall.id}
            role="button"
            tabIndex={0}
            aria-label={nameOf(wall.id)}
            aria-pressed={isPresent}
            data-wall={wall.id}
            className="group/wall cursor-pointer outline-none"
            onClick={() => onWall(wall.id)}
            onKeyDown={(event) => {
              if (event.key !== 'Enter' && event.key !== ' ') return
              event.preventDefault()
              onWall(wall.id)
            }}
          >
            {/* A shape, not a stroke: what has no extent of its own is no target to assistive tools. */}
            <polygon points={strip(wall, Math.max(0.45, thin * 15)).join(' ')} fill="transparent" />
            <line
              {...line}
              strokeWidth={isPresent ? thin * 5 : thin * 2}
              strokeLinecap="square"
              className={`${isPresent ? 'stroke-accent' : 'stroke-ink'} group-hover/wall:stroke-accent group-focus-visible/wall:stroke-accent group-focus-visible/wall:[stroke-dasharray:0.4_0.2]`}
            />
            {doors.map(([from, to]) => (
              <line
                key={from.join()}
                x1={from[0]}
                y1={from[1]}
                x2={to[0]}
                y2={to[1]}
                strokeWidth={thin * 7}
                className="stroke-paper"
              />
            ))}
          </g>
        )
      })}
      <Silent pointerEvents="none">
        {hangings.map((hanging) => {
          const wall = plan.walls.find(({ id }) => id === hanging.wall)
          if (!wall || wallLength(wall) === 0) return null
          const half = hanging.artwork.widthCm / 200
          const [from, to] = [
            pointOnWall(wall, hanging.along - half, 0.16),
            pointOnWall(wall, hanging.along + half, 0.16),
          ]
          return (
            <line
              key={hanging.id}
              x1={from[0]}
              y1={from[1]}
              x2={to[0]}
              y2={to[1]}
              strokeWidth={thin * 4}
              className={chosen.has(hanging.id) ? 'stroke-accent' : 'stroke-secondary'}
            />
          )
        })}
      </Silent>
    </svg>
  )
}

/** Corners of a strip along a wall, so many metres to both sides. */
function strip(wall: Wall, half: number): Point[] {
  const length = wallLength(wall)
  return [
    pointOnWall(wall, 0, half),
    pointOnWall(wall, length, half),
    pointOnWall(wall, length, -half),
    pointOnWall(wall, 0, -half),
  ]
}
