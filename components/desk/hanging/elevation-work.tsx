'use client'

import type { PointerEvent } from 'react'
import type { PlacedHanging } from '@/lib/client/hanging/hanging-model'
import { pictureUrl } from '@/lib/contracts/pictures'

interface ElevationWorkProps {
  hanging: PlacedHanging
  /** What it is called to who cannot see it. */
  name: string
  /** Pixels: of its middle on the drawing, and a metre. */
  x: number
  y: number
  scale: number
  isChosen: boolean
  isWrong: boolean
  onPointerDown: (event: PointerEvent<SVGGElement>) => void
  onToggle: (isAdding: boolean) => void
}

/** One work on the drawing of a wall: its picture at true size, in a thin frame; chosen by press, space or focus. */
export function ElevationWork(props: ElevationWorkProps) {
  const { hanging, name, x, y, scale, isChosen, isWrong, onPointerDown, onToggle } = props
  const { picture, widthCm, heightCm } = hanging.artwork
  const [width, height] = [(widthCm / 100) * scale, (heightCm / 100) * scale]
  return (
    // biome-ignore lint/a11y/useSemanticElements: a button element cannot stand within a drawing
    <g
      role="button"
      tabIndex={0}
      aria-label={name}
      aria-pressed={isChosen}
      data-hanging={hanging.id}
      data-work={hanging.artwork.id}
      transform={`translate(${x - width / 2} ${y - height / 2})`}
      className="group/work cursor-grab touch-none outline-none active:cursor-grabbing"
      onPointerDown={onPointerDown}
      onKeyDown={(event) => {
        if (event.key !== ' ' && event.key !== 'Enter') return
        event.preventDefault()
        onToggle(event.shiftKey || event.ctrlKey || event.metaKey)
      }}
    >
      <rect x={-2} y={-2} width={width + 4} height={height + 4} fill="#2a2a2a" />
      <rect width={width} height={height} fill={picture.colour} />
      <image
        href={pictureUrl(picture, width > 300 ? 1024 : 512)}
        width={width}
        height={height}
        preserveAspectRatio="xMidYMid slice"
        pointerEvents="none"
      />
      {isWrong && (
        <rect
          x={-6}
          y={-6}
          width={width + 12}
          height={height + 12}
          fill="none"
          className="stroke-ink"
          strokeWidth={1.5}
          strokeDasharray="4 3"
        />
      )}
      <rect
        x={-5}
        y={-5}
        width={width + 10}
        height={height + 10}
        fill="none"
        strokeWidth={2}
        className={`${isChosen ? 'stroke-accent' : 'stroke-transparent'} group-focus-visible/work:stroke-accent group-focus-visible/work:[stroke-width:4]`}
      />
    </g>
  )
}
