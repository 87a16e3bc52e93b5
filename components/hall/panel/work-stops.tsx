'use client'

import type { Locale } from '@/lib/i18n/locale'
import { hallMessages } from '@/lib/i18n/messages/hall'
import type { HallWork } from '../hall-works'

interface WorkStopsProps {
  works: HallWork[]
  locale: Locale
  onReach(index: number): void
  onOpen(index: number): void
}

/** The works as stops of the Tab key, in walking order: one is led to each that Tab comes to. */
export function WorkStops({ works, locale, onReach, onOpen }: WorkStopsProps) {
  const t = hallMessages[locale]
  return (
    <ol className="sr-only" data-testid="hall-stops">
      {works.map(({ index, artwork }) => (
        <li key={artwork.id}>
          <button
            type="button"
            // Only the Tab key leads on: a focus that is given back by something that closes does not.
            onKeyUp={(event) => event.key === 'Tab' && onReach(index)}
            onClick={() => onOpen(index)}
          >
            {t.mapWork(artwork.title[locale])}
          </button>
        </li>
      ))}
    </ol>
  )
}
