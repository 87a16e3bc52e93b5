'use client'

import type { Locale } from '@/lib/i18n/locale'
import { easelsMessages } from '@/lib/i18n/messages/easels'
import { plate } from '../panel/plate'
import type { Easel } from './use-easel'

interface EaselCaptionProps {
  easel: Easel
  locale: Locale
  /** Leads the visitor to it. */
  onReach(): void
}

/** What is on the easel: a small plate over it, which Tab comes to as well, and a word for those who do not see it. */
export function EaselCaption({ easel, locale, onReach }: EaselCaptionProps) {
  const t = easelsMessages[locale]
  const { layer, portrait, told } = easel
  return (
    <>
      {portrait && (
        <button
          ref={(element) => {
            layer.caption = element
            return () => {
              layer.caption = null
            }
          }}
          type="button"
          data-testid="hall-easel"
          data-seen="false"
          className={`${plate} absolute top-0 left-0 z-5 min-h-11 max-w-56 px-3 py-1 text-label opacity-0 transition-opacity duration-200 hover:text-accent focus-visible:opacity-100 data-[seen=false]:pointer-events-none data-[seen=true]:opacity-100`}
          // Only the Tab key leads on: a focus that is given back by something that closes does not.
          onKeyUp={(event) => event.key === 'Tab' && onReach()}
          onClick={onReach}
        >
          {t.paintedNow(portrait.style.title[locale])}
        </button>
      )}
      <p className="sr-only" role="status" data-testid="hall-easel-notice">
        {/* An element of its own for each: two portraits in one manner are two pieces of news. */}
        {told && <span key={told.id}>{t.paintedNow(told.style.title[locale])}</span>}
      </p>
    </>
  )
}
