'use client'

import { type RefObject, useEffect, useEffectEvent, useRef, useState } from 'react'
import { useFocusReturn } from '@/components/ui/use-focus-return'
import type { Locale } from '@/lib/i18n/locale'
import { hallMessages } from '@/lib/i18n/messages/hall'
import { areLettersOn, setLetters } from '../engine/letter-keys'
import { CloseIcon, HelpIcon } from './icons'
import { plate, plateButton } from './plate'

/** How one moves, for those who ask: the keys, or the gestures where there is no keyboard to speak of. */
export function Help({ locale }: { locale: Locale }) {
  const t = hallMessages[locale]
  const [isOpen, setOpen] = useState(false)
  const button = useRef<HTMLButtonElement>(null)
  return (
    <>
      <button
        ref={button}
        type="button"
        className={plateButton}
        aria-label={t.helpTitle}
        title={t.helpTitle}
        aria-expanded={isOpen}
        data-testid="hall-help-button"
        onClick={() => setOpen(!isOpen)}
      >
        {isOpen ? <CloseIcon /> : <HelpIcon />}
      </button>
      {isOpen && <Ways locale={locale} opener={button} onClose={() => setOpen(false)} />}
    </>
  )
}

interface WaysProps {
  locale: Locale
  opener: RefObject<HTMLButtonElement | null>
  onClose(): void
}

function Ways({ locale, opener, onClose }: WaysProps) {
  const t = hallMessages[locale]
  const ways = [
    [t.keysWalk, t.helpWalk],
    [t.keysGo, t.helpGo],
    [t.keysLook, t.helpLook],
    [t.keysTilt, t.helpTilt],
    [t.keysNext, t.helpNext],
    [t.keysLabel, t.helpLabel],
    [t.keysList, t.helpList],
    [t.keysNear, t.helpNear],
    [t.keysMouse, t.helpMouse],
    [t.keysClose, t.helpClose],
  ] as const
  const panel = useRef<HTMLElement>(null)
  useFocusReturn(panel, () => opener.current)
  const close = useEffectEvent(onClose)
  useEffect(() => {
    // After the panels' own handlers, and before the hall's on the window: Escape closes one thing at a time.
    const listen = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.defaultPrevented) return
      event.preventDefault()
      close()
    }
    document.addEventListener('keydown', listen)
    return () => document.removeEventListener('keydown', listen)
  }, [])
  return (
    <section
      ref={panel}
      aria-label={t.helpTitle}
      data-testid="hall-help"
      data-own-keys=""
      className={`${plate} absolute right-0 bottom-full mb-3 max-h-[calc(100svh-8rem)] w-72 overflow-y-auto px-5 py-4`}
    >
      <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-2 text-label">
        {ways.map(([keys, meaning]) => (
          <div key={keys} className="contents">
            <dt className="whitespace-nowrap text-secondary">{keys}</dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
      <label className="mt-3 flex min-h-11 cursor-pointer items-center gap-3 border-t pt-3 text-label">
        <input
          type="checkbox"
          defaultChecked={areLettersOn()}
          data-testid="hall-letter-keys"
          className="size-5 shrink-0 accent-accent"
          onChange={(event) => setLetters(event.target.checked)}
        />
        {t.letterKeys}
      </label>
    </section>
  )
}
