'use client'

import Link from 'next/link'
import { type ReactNode, type RefObject, useRef, useState } from 'react'
import { LanguageSwitch } from '@/components/ui/language-switch'
import { useFocusReturn } from '@/components/ui/use-focus-return'
import type { TourView } from '@/lib/contracts/tours'
import type { Locale } from '@/lib/i18n/locale'
import { hallMessages } from '@/lib/i18n/messages/hall'
import { togetherMessages } from '@/lib/i18n/messages/together'
import { tourMessages } from '@/lib/i18n/messages/tour'
import { bookMessages } from '@/lib/i18n/messages/visitors-book'
import { CompanyPanel } from '../people/company-panel'
import { PeopleIcon } from '../people/people-icon'
import type { Company } from '../people/use-company'
import { BookIcon, TourIcon } from '../tour/tour-icons'
import { TourList } from '../tour/tour-list'
import { DoorIcon } from './icons'
import { plate, plateButton } from './plate'

interface TopBarProps {
  slug: string
  locale: Locale
  tours: readonly TourView[]
  /** Where whoever writes the tour that is played goes back to; null for everybody else. */
  desk: string | null
  company: Company
  /** What this visitor may do among others; see CompanyPanel. */
  may: { showName: boolean; guide: boolean }
  onBeginTour(tour: TourView): void
  onOpenBook(): void
  onSwitchLanguage(): void
}

/**
 * The way out, who else is here, the tours, the visitors' book, and the other language. On a phone the way out is its arrow
 * alone: all of it fits in one row then, above the house's lines.
 */
export function TopBar({
  slug,
  locale,
  tours,
  desk,
  company,
  may,
  onBeginTour,
  onOpenBook,
  onSwitchLanguage,
}: TopBarProps) {
  const t = hallMessages[locale]
  const [open, setOpen] = useState<'company' | 'tours' | null>(null)
  const companyButton = useRef<HTMLButtonElement>(null)
  const toursButton = useRef<HTMLButtonElement>(null)
  const toggle = (name: 'company' | 'tours') => setOpen((present) => (present === name ? null : name))
  return (
    <div className="absolute top-4 left-4 z-25 flex flex-wrap items-start gap-2">
      <Link
        href={`/exhibitions/${slug}`}
        title={t.viewWorksHint}
        data-testid="hall-door"
        className={`${plate} ${plateButton} sm:pr-4`}
      >
        <DoorIcon />
        <span className="max-sm:sr-only">{t.viewWorks}</span>
      </Link>
      {desk && (
        <Link href={desk} data-testid="hall-tour-desk" className={`${plate} ${plateButton} px-4`}>
          {tourMessages[locale].toDesk}
        </Link>
      )}
      <button
        ref={companyButton}
        type="button"
        aria-label={togetherMessages[locale].companyCount(company.others)}
        title={togetherMessages[locale].company}
        aria-expanded={open === 'company'}
        data-testid="hall-company-button"
        className={`${plate} ${plateButton}`}
        onClick={() => toggle('company')}
      >
        <PeopleIcon isOff={company.choice?.isOn === false} />
        {company.others > 0 && <span className="tabular-nums">{company.others}</span>}
      </button>
      {tours.length > 0 && (
        <button
          ref={toursButton}
          type="button"
          aria-label={tourMessages[locale].tours}
          title={tourMessages[locale].toursHint}
          aria-expanded={open === 'tours'}
          data-testid="hall-tours-button"
          className={`${plate} ${plateButton}`}
          onClick={() => toggle('tours')}
        >
          <TourIcon />
        </button>
      )}
      <button
        type="button"
        aria-label={bookMessages[locale].title}
        title={bookMessages[locale].title}
        data-testid="hall-book-button"
        className={`${plate} ${plateButton}`}
        onClick={onOpenBook}
      >
        <BookIcon />
      </button>
      <LanguageSwitch locale={locale} className={`${plate} ${plateButton}`} onSwitch={onSwitchLanguage} />
      {open && (
        <Dropdown key={open} opener={open === 'company' ? companyButton : toursButton} onClose={() => setOpen(null)}>
          {open === 'company' ? (
            <CompanyPanel company={company} may={may} locale={locale} />
          ) : (
            <TourList
              tours={tours}
              locale={locale}
              onBegin={(tour) => {
                setOpen(null)
                onBeginTour(tour)
              }}
            />
          )}
        </Dropdown>
      )}
    </div>
  )
}

interface DropdownProps {
  opener: RefObject<HTMLButtonElement | null>
  onClose(): void
  children: ReactNode
}

/** What hangs below the bar while its button is pressed, or until Escape is; the button has the focus again afterwards. */
function Dropdown({ opener, onClose, children }: DropdownProps) {
  const place = useRef<HTMLDivElement>(null)
  useFocusReturn(place, () => opener.current)
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it hears what the keys say to the controls in it
    <div
      ref={place}
      className="absolute top-full left-0 mt-2"
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return
        event.preventDefault()
        onClose()
      }}
    >
      {children}
    </div>
  )
}
