'use client'

import { useEffect, useRef } from 'react'
import { VisitorsBook } from '@/components/book/visitors-book'
import { useFocusReturn } from '@/components/ui/use-focus-return'
import type { Locale } from '@/lib/i18n/locale'
import { bookMessages } from '@/lib/i18n/messages/visitors-book'
import { CloseIcon } from '../panel/icons'

interface BookPlateProps {
  slug: string
  locale: Locale
  onClose(): void
}

/** The visitors' book as it lies at the hall's exit: the same that the exhibition's page has. */
export function BookPlate({ slug, locale, onClose }: BookPlateProps) {
  const t = bookMessages[locale]
  const panel = useRef<HTMLElement>(null)
  useFocusReturn(panel)
  useEffect(() => panel.current?.focus({ preventScroll: true }), [])
  return (
    <section
      ref={panel}
      tabIndex={-1}
      aria-labelledby="hall-book-heading"
      data-testid="hall-book"
      data-own-keys=""
      className="absolute inset-y-0 right-0 z-30 flex w-full max-w-lg flex-col bg-paper outline-none"
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return
        event.preventDefault()
        onClose()
      }}
    >
      <div className="flex shrink-0 items-center border-b pr-2 pl-5">
        <h2 id="hall-book-heading" className="flex-1 text-small">
          {t.title}
        </h2>
        <button
          type="button"
          aria-label={t.close}
          className="inline-flex size-11 items-center justify-center transition-colors hover:text-accent"
          onClick={onClose}
        >
          <CloseIcon />
        </button>
      </div>
      <div className="min-h-0 flex-1 overflow-y-auto overscroll-contain px-5 py-5">
        <p className="mb-4 text-small text-secondary">{t.intro}</p>
        <VisitorsBook slug={slug} locale={locale} initial={null} />
      </div>
    </section>
  )
}
