'use client'

import type { Locale } from '@/lib/i18n/locale'
import { hallMessages } from '@/lib/i18n/messages/hall'
import type { useHall } from '../use-hall'
import { VrButton } from '../vr/vr-button'
import { Help } from './help'
import { ListIcon, NextIcon, PreviousIcon } from './icons'
import { Joystick } from './joystick'
import { Minimap } from './minimap'
import { plate, plateButton } from './plate'

interface BottomBarProps {
  hall: ReturnType<typeof useHall>
  locale: Locale
  /** A work's label is open. */
  hasLabel: boolean
  /** A tour is being played: its caption stands here on narrow windows. */
  hasTour: boolean
  onEnterVr(): Promise<void>
}

/**
 * Where one is, and the ways on: the plan to the left; the joystick, the list and the next work to the right. A phone is too narrow for plan and
 * bar side by side where a headset is offered: the plan stands beside the joystick there.
 */
export function BottomBar({ hall, locale, hasLabel, hasTour, onEnterVr }: BottomBarProps) {
  const t = hallMessages[locale]
  const { machine, space, walker, refs, chosen, before } = hall
  return (
    <>
      <div
        className={`absolute left-4 z-10 flex items-end gap-3 ${hasLabel ? 'bottom-[calc(42%+1rem)] lg:bottom-4' : 'bottom-4 max-sm:bottom-18'}`}
      >
        <div className={`${plate} p-1 ${hasLabel || hasTour ? 'max-lg:hidden' : ''}`}>
          <Minimap
            space={space}
            present={chosen ?? before}
            locale={locale}
            marker={refs.marker}
            onGo={hall.goTo}
            onChoose={hall.choose}
          />
        </div>
      </div>
      <div
        className={`absolute right-4 bottom-4 z-10 flex-col items-end gap-3 ${hasLabel ? 'hidden' : hasTour ? 'hidden lg:flex' : 'flex'}`}
      >
        <Joystick walker={walker} locale={locale} wake={() => machine.wake()} />
        <div className={`${plate} relative flex`}>
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
