'use client'

import { useState } from 'react'
import type { Locale } from '@/lib/i18n/locale'
import { hallMessages } from '@/lib/i18n/messages/hall'
import { areLettersOn, setLetters } from '../engine/letter-keys'
import { CloseIcon, HelpIcon } from './icons'
import { plate, plateButton } from './plate'

/** How one moves, for those who ask: the keys, or the gestures where there is no keyboard to speak of. */
export function Help({ locale }: { locale: Locale }) {
  const t = hallMessages[locale]
  const ways = [
    [t.keysWalk, t.helpWalk],
    [t.keysGo, t.helpGo],
    [t.keysLook, t.helpLook],
    [t.keysTilt, t.helpTilt],
    [t.keysNext, t.helpNext],
    [t.keysList, t.helpList],
    [t.keysNear, t.helpNear],
    [t.keysMouse, t.helpMouse],
  ] as const
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <button
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
      {isOpen && (
        <section
          aria-label={t.helpTitle}
          data-testid="hall-help"
          className={`${plate} absolute right-0 bottom-full mb-3 w-72 px-5 py-4`}
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
      )}
    </>
  )
}
