'use client'

import { type FocusEvent, useRef } from 'react'
import type { Locale } from '@/lib/i18n/locale'
import { hallMessages } from '@/lib/i18n/messages/hall'
import type { HallWork } from '../hall-works'
import { onFocusOnly } from './plate'

interface WorkStopsProps {
  works: HallWork[]
  /** The work that one stands before. */
  present: number | null
  /** A work's label is open; it covers a part of the window. */
  hasLabel: boolean
  locale: Locale
  onReach(index: number): void
  /** To the work's label. */
  onOpen(index: number): void
  /** Away from the works, back to the view. */
  onLeave(): void
}

/** The element of a work's stop, which has the focus after the work's label. */
export const stopOf = (index: number): HTMLElement | null => document.getElementById(`hall-stop-${index}`)

/**
 * The works as stops of the Tab key, in walking order: one is led to each that Tab comes to, and its plate shows where the focus is. Whoever
 * comes from before them goes on from the work that they stand before; Escape leads away from them all.
 */
export function WorkStops({ works, present, hasLabel, locale, onReach, onOpen, onLeave }: WorkStopsProps) {
  const t = hallMessages[locale]
  const list = useRef<HTMLOListElement>(null)
  const enter = ({ target, relatedTarget }: FocusEvent) => {
    if (!present || target !== stopOf(0) || !(relatedTarget instanceof Element) || !list.current) return
    const isFromBefore = relatedTarget.compareDocumentPosition(list.current) & Node.DOCUMENT_POSITION_FOLLOWING
    if (isFromBefore && !list.current.contains(relatedTarget)) stopOf(present)?.focus()
  }
  return (
    <ol ref={list} data-testid="hall-stops" onFocus={enter}>
      {works.map(({ index, artwork }) => (
        <li key={artwork.id}>
          <button
            id={`hall-stop-${index}`}
            type="button"
            className={`${onFocusOnly} left-1/2 -translate-x-1/2 ${hasLabel ? 'bottom-[calc(42%+1rem)] lg:bottom-4 lg:left-[calc(50%-12rem)]' : 'bottom-4'}`}
            // Only the Tab key leads on: a focus that is given back by something that closes does not.
            onKeyUp={(event) => event.key === 'Tab' && onReach(index)}
            onKeyDown={(event) => {
              if (event.key !== 'Escape' || event.defaultPrevented || hasLabel) return
              event.preventDefault()
              onLeave()
            }}
            onClick={() => onOpen(index)}
          >
            {t.mapWork(artwork.title[locale])}
          </button>
        </li>
      ))}
    </ol>
  )
}
