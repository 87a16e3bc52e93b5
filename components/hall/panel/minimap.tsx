'use client'

import { type PointerEvent, type RefObject, useState } from 'react'
import { PlanStrokes } from '@/components/ui/plan-strokes'
import { minimapOf } from '@/lib/hanging/minimap'
import type { Point } from '@/lib/hanging/plan'
import { outline } from '@/lib/hanging/walls'
import type { Locale } from '@/lib/i18n/locale'
import { hallMessages } from '@/lib/i18n/messages/hall'
import type { HallSpace } from '../hall-works'
import type { Person } from '../people/crowd'
import { PlanPeople } from './plan-people'
import { PlanRooms } from './plan-rooms'

interface MinimapProps {
  space: HallSpace
  present: number | null
  locale: Locale
  /** The visitor's mark; moved from outside React. */
  marker: RefObject<SVGGElement | null>
  onGo(at: Point): void
  onChoose(index: number): void
  /** Everybody else who is here; changed in place. */
  people: readonly Person[]
  onGoToRoom(index: number): void
}

const margin = 0.6

/** The plan of the hall with its works, the visitor and everybody else. Pointers go to any point of it, and keys to its rooms. */
export function Minimap({ space, present, locale, marker, onGo, onChoose, people, onGoToRoom }: MinimapProps) {
  const t = hallMessages[locale]
  const [focused, setFocused] = useState<number | null>(null)
  const focusedPlan = focused === null ? undefined : space.plans[focused]
  const map = minimapOf(space.plans, space.placements)
  const { minX, minZ, maxX, maxZ } = map.bounds
  const [x, z, width, depth] = [minX - margin, minZ - margin, maxX - minX + 2 * margin, maxZ - minZ + 2 * margin]
  const go = (event: PointerEvent<SVGSVGElement>) => {
    const matrix = event.currentTarget.getScreenCTM()?.inverse()
    if (!matrix) return
    const at = new DOMPoint(event.clientX, event.clientY).matrixTransform(matrix)
    const near = space.works.find((work) => Math.hypot(work.placement.x - at.x, work.placement.z - at.y) < 0.7)
    if (near) onChoose(near.index)
    else onGo([at.x, at.y])
  }
  return (
    <>
      <svg
        role="img"
        aria-label={t.map}
        data-testid="hall-minimap"
        viewBox={`${x} ${z} ${width} ${depth}`}
        className="block max-h-28 w-36 cursor-pointer touch-none sm:max-h-36 sm:w-44"
        onPointerUp={go}
      >
        <rect x={x} y={z} width={width} height={depth} fill="transparent" />
        {focusedPlan && (
          <polygon
            points={outline(focusedPlan)
              .map((corner) => corner.join())
              .join(' ')}
            strokeWidth={6}
            vectorEffect="non-scaling-stroke"
            className="fill-accent/15 stroke-accent"
          />
        )}
        <PlanStrokes lines={map.walls} width={1.25} cap="square" className="stroke-current" />
        <PlanStrokes lines={map.windows} width={3} className="stroke-paper" />
        {map.furniture.map((corners) => (
          <polygon
            key={corners.join()}
            points={corners.map((corner) => corner.join()).join(' ')}
            className="fill-rule"
          />
        ))}
        <g strokeWidth={4}>
          {map.works.map((work, index) => (
            <line
              key={work.id}
              x1={work.line[0][0]}
              y1={work.line[0][1]}
              x2={work.line[1][0]}
              y2={work.line[1][1]}
              vectorEffect="non-scaling-stroke"
              className={index === present ? 'stroke-accent' : 'stroke-edge'}
            />
          ))}
        </g>
        <PlanPeople people={people} />
        <g ref={marker} className="fill-accent transition-transform duration-200 ease-linear">
          <path d="M0 0 L-0.75 -1.3 A1.5 1.5 0 0 1 0.75 -1.3 Z" opacity={0.25} />
          <circle r={0.3} />
        </g>
      </svg>
      <PlanRooms space={space} locale={locale} onFocus={setFocused} onGo={onGoToRoom} />
    </>
  )
}
