'use client'

import { Silent } from './silent'
import type { SeenHand } from './use-hands'

interface HandsProps {
  hands: SeenHand[]
  at: (along: number, height: number) => [number, number]
  /** Title of the work with this hanging's id. */
  titleOf: (hangingId: string | null) => string | null
  label: (name: string, title: string) => string
}

/** Where the other curators point on this wall, by name. */
export function Hands({ hands, at, titleOf, label }: HandsProps) {
  return (
    <Silent pointerEvents="none">
      {hands.map((hand) => {
        const [x, y] = at(hand.along, hand.height)
        const title = titleOf(hand.holding)
        return (
          <g
            key={hand.hand}
            data-hand={hand.name}
            style={{ transform: `translate(${x}px, ${y}px)` }}
            className="transition-transform duration-100 ease-linear"
          >
            <path d="M0 0 L0 16 L4.5 12 L8 19 L10.5 18 L7.2 11 L13 11 Z" className="fill-ink stroke-paper" />
            <text x={16} y={22} fontSize={12} className="fill-ink stroke-paper [paint-order:stroke] [stroke-width:3px]">
              {title ? label(hand.name, title) : hand.name}
            </text>
          </g>
        )
      })}
    </Silent>
  )
}
