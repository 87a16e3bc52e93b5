'use client'

import type { ReactNode } from 'react'
import type { Locale } from '@/lib/i18n/locale'
import { hallMessages } from '@/lib/i18n/messages/hall'
import type { Person } from '../people/crowd'
import type { useHall } from '../use-hall'
import { VrButton } from '../vr/vr-button'
import { Help } from './help'
import { ListIcon, NextIcon, PreviousIcon } from './icons'
import { Joystick, useTouch } from './joystick'
import { Minimap } from './minimap'
import { plate, plateButton } from './plate'

interface BottomBarProps {
  hall: ReturnType<typeof useHall>
  locale: Locale
  /** A work's label is open. */
  hasLabel: boolean
  /** The tour that is being played, null for none: its caption stands here in place of the bar on narrow windows. */
  tour: ReactNode
  /** Everybody else who is here; changed in place. */
  people: readonly Person[]
  onGoToRoom(index: number): void
  onEnterVr(): Promise<void>
}

/**
 * Where one is, and the ways on: the plan to the left; the joystick, the list and the next work to the right. The joystick stands above
 * whatever there is at the bottom, label and caption included: who touches can always walk. A phone is too narrow for plan and
 * bar side by side where a headset is offered: the plan stands beside the joystick there.
 */
export function BottomBar({ hall, locale, hasLabel, tour, people, onGoToRoom, onEnterVr }: BottomBarProps) {
  const t = hallMessages[locale]
  const { machine, space, walker, refs, chosen, before } = hall
  const isTouched = useTouch()
  return (
    <>
      <div
        className={`absolute left-4 z-15 flex items-end gap-3 ${hasLabel ? 'bottom-[calc(42%+1rem)] lg:bottom-4' : 'bottom-4 max-sm:bottom-18'}`}
      >
        <div className={`${plate} p-1 ${hasLabel || tour ? 'max-lg:hidden' : ''}`}>
          <Minimap
            space={space}
            present={chosen ?? before}
            locale={locale}
            marker={refs.marker}
            onGo={hall.goTo}
            onChoose={hall.choose}
            people={people}
            onGoToRoom={onGoToRoom}
          />
        </div>
      </div>
      <div
        className={`pointer-events-none absolute z-15 flex flex-col items-end gap-3 ${hasLabel ? 'right-4 bottom-[calc(42%+1rem)] lg:right-100 lg:bottom-4' : 'inset-x-4 bottom-4'}`}
      >
        {/* Close up, fingers move the picture. */}
        {!hall.zoom && <Joystick walker={walker} locale={locale} isTouched={isTouched} wake={() => machine.wake()} />}
        {/* Between the plan and the buttons, where a window is not wide enough for the tour's whole width in its middle. */}
        {tour && (
          <div className="flex justify-center *:pointer-events-auto max-lg:w-full lg:absolute lg:inset-x-72 lg:bottom-0 xl:inset-x-0">
            {tour}
          </div>
        )}
        <div
          className={`${plate} pointer-events-auto relative ${hasLabel ? 'hidden' : tour ? 'hidden lg:flex' : 'flex'}`}
        >
          <VrButton locale={locale} onEnter={onEnterVr} />
          <Help locale={locale} />
          <button
            type="button"
            className={plateButton}
            aria-label={t.previous}
            title={t.previous}
            onClick={() => hall.step(-1)}
          >
            <PreviousIcon />
          </button>
          <button
            type="button"
            className={plateButton}
            onClick={() => hall.setListOpen(true)}
            data-testid="hall-open-list"
          >
            <ListIcon />
            <span className="max-sm:sr-only">{t.works}</span>
          </button>
          <button type="button" className={plateButton} aria-label={t.next} title={t.next} onClick={() => hall.step(1)}>
            <NextIcon />
          </button>
        </div>
      </div>
    </>
  )
}
