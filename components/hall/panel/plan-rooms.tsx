'use client'

import type { Locale } from '@/lib/i18n/locale'
import { hallMessages } from '@/lib/i18n/messages/hall'
import type { HallSpace } from '../hall-works'
import { roomWords } from './room-words'

interface PlanRoomsProps {
  space: HallSpace
  locale: Locale
  onFocus(index: number | null): void
  onGo(index: number): void
}

/** The rooms of the plan for the keyboard; the one that has the focus is seen below the plan and marked on it. */
export function PlanRooms({ space, locale, onFocus, onGo }: PlanRoomsProps) {
  const t = hallMessages[locale]
  return (
    <ul aria-label={t.rooms} data-testid="hall-rooms" className="w-0 min-w-full">
      {space.rooms.map((room, index) => (
        <li key={room.view.id}>
          <button
            type="button"
            className="block w-full truncate px-3 py-3 text-left text-label not-focus-visible:sr-only"
            onFocus={() => onFocus(index)}
            onBlur={() => onFocus(null)}
            onClick={() => onGo(index)}
          >
            {t.goToRoom(roomWords(space, index, locale))}
          </button>
        </li>
      ))}
    </ul>
  )
}
