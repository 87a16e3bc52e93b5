'use client'

import type { ReactNode } from 'react'
import type { useHall } from './use-hall'

interface HallViewProps {
  hall: ReturnType<typeof useHall>
  label: string
  /** Nothing of it can be seen, so that nothing of it takes the focus. */
  isHidden: boolean
  /** Where names of people and what floats up from works are put. */
  setHolder(element: HTMLElement | null): void
  /** The canvas. */
  children: ReactNode
}

/** The room itself, which takes the keys and the pointer, the veil that a cut hides behind, and what is written over the room. */
export function HallView({ hall, label, isHidden, setHolder, children }: HallViewProps) {
  return (
    <div
      ref={hall.refs.view}
      role="application"
      aria-label={label}
      tabIndex={isHidden ? -1 : 0}
      className="absolute inset-0 touch-none -outline-offset-2"
    >
      {children}
      <div
        ref={(element) => {
          hall.veil.element = element
        }}
        aria-hidden="true"
        className="pointer-events-none absolute inset-0 bg-mat opacity-0 transition-opacity duration-200"
      />
      <div ref={setHolder} aria-hidden="true" className="pointer-events-none absolute inset-0 overflow-hidden" />
    </div>
  )
}
