'use client'

import type { KeyboardEvent, PointerEvent, RefObject } from 'react'
import type { PlacedHanging } from '@/lib/client/hanging/hanging-model'
import type { Bilingual } from '@/lib/contracts/common'
import type { Plan, Wall } from '@/lib/hanging/plan'
import { wallLength } from '@/lib/hanging/walls'
import { formatSize } from '@/lib/i18n/format-size'
import type { Locale } from '@/lib/i18n/locale'
import { hangingMessages } from '@/lib/i18n/messages/hanging'
import { ElevationWork } from './elevation-work'
import { Hands } from './hands'
import { MeasuresLine } from './measures-line'
import { Silent } from './silent'
import type { Drag } from './use-drag'
import type { SeenHand } from './use-hands'
import { margin } from './use-scale'
import { WallDrawing } from './wall-drawing'
import { centimetres, leftOf } from './wall-view'

interface ElevationProps {
  plan: Plan
  wall: Wall
  wallName: string
  title: Bilingual
  works: PlacedHanging[]
  chosen: ReadonlySet<string>
  wrong: ReadonlySet<string>
  drag: Drag | null
  hands: SeenHand[]
  scale: number | null
  locale: Locale
  frame: RefObject<HTMLDivElement | null>
  drawing: RefObject<SVGSVGElement | null>
  onHold: (event: PointerEvent, hanging: PlacedHanging) => void
  onToggle: (id: string | null, isAdding: boolean) => void
  onKey: (event: KeyboardEvent) => void
  onPointerMove: (event: PointerEvent) => void
}

/** One wall seen from the front, at true proportions: works are taken hold of, moved and measured here. */
export function Elevation(props: ElevationProps) {
  const { plan, wall, wallName, title, works, chosen, wrong, drag, hands, scale, locale, frame, drawing } = props
  const t = hangingMessages[locale]
  const length = wallLength(wall)
  const shown = withDrag(works, drag)
  const at = (along: number, height: number): [number, number] => {
    return [margin.side + along * (scale ?? 0), margin.top + (plan.height - height) * (scale ?? 0)]
  }
  const titleOf = (id: string | null) => works.find((work) => work.id === id)?.artwork.title[locale] ?? null
  return (
    // biome-ignore lint/a11y/useSemanticElements: a group of works, not of form fields
    <div
      ref={frame}
      role="group"
      aria-label={t.elevation(wallName)}
      aria-describedby="elevation-help"
      tabIndex={-1}
      data-testid="elevation"
      className="flex h-[300px] overflow-x-auto overflow-y-hidden border bg-paper outline-none lg:h-[clamp(300px,38vh,520px)]"
      onKeyDown={props.onKey}
    >
      {scale && (
        // biome-ignore lint/a11y/noSvgWithoutTitle: the group around it is named
        <svg
          ref={drawing}
          width={length * scale + 2 * margin.side}
          height={plan.height * scale + margin.top + margin.bottom}
          className="m-auto shrink-0 select-none"
          onPointerMove={props.onPointerMove}
          onPointerDown={(event) => {
            if (event.target === event.currentTarget || !(event.target as Element).closest('[data-hanging]')) {
              props.onToggle(null, false)
            }
          }}
        >
          <WallDrawing plan={plan} wall={wall} scale={scale} at={at} labels={{ line: t.line, title: title[locale] }} />
          {shown.map((hanging) => {
            const { artwork, along, centreHeight } = hanging
            const [x, y] = at(along, centreHeight)
            const size = formatSize(artwork.widthCm, artwork.heightCm, locale)
            return (
              <ElevationWork
                key={hanging.id}
                hanging={hanging}
                name={t.workName(artwork.title[locale], size, leftOf(hanging), centimetres(centreHeight))}
                x={x}
                y={y}
                scale={scale}
                isChosen={chosen.has(hanging.id)}
                isWrong={wrong.has(hanging.id)}
                onPointerDown={(event) => props.onHold(event, hanging)}
                onToggle={(isAdding) => props.onToggle(hanging.id, isAdding)}
              />
            )
          })}
          <MeasuresLine works={shown} length={length} at={at} />
          {drag?.snap && <Guides snap={drag.snap} at={at} length={length} height={plan.height} />}
          <Hands hands={hands.filter((hand) => hand.wall === wall.id)} at={at} titleOf={titleOf} label={t.holding} />
        </svg>
      )}
    </div>
  )
}

/** The works as they would hang if what is held were let go now. */
function withDrag(works: PlacedHanging[], drag: Drag | null): PlacedHanging[] {
  if (!drag) return works
  const held = new Map(drag.works.map((work) => [work.id, work]))
  const moved = works.map((hanging) => {
    const { along, centreHeight } = held.get(hanging.id) ?? hanging
    return { ...hanging, along, centreHeight }
  })
  const [lead] = drag.works
  if (!drag.carried || !lead) return moved
  const { along, centreHeight } = lead
  return [...moved, { id: drag.carried.id, artwork: drag.carried, wall: '', along, centreHeight, isAutomatic: false }]
}

interface GuidesProps {
  snap: { vertical: number | null; horizontal: number | null }
  at: (along: number, height: number) => [number, number]
  length: number
  height: number
}

function Guides({ snap, at, length, height }: GuidesProps) {
  const [left, floor] = at(0, 0)
  const [right, ceiling] = at(length, height)
  const x = snap.vertical === null ? null : at(snap.vertical, 0)[0]
  const y = snap.horizontal === null ? null : at(0, snap.horizontal)[1]
  return (
    <Silent pointerEvents="none" className="stroke-accent">
      {x !== null && <line x1={x} x2={x} y1={ceiling} y2={floor} />}
      {y !== null && <line x1={left} x2={right} y1={y} y2={y} />}
    </Silent>
  )
}
