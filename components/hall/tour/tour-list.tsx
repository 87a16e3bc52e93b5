'use client'

import { useEffect, useRef } from 'react'
import { Button } from '@/components/ui/button'
import type { TourView } from '@/lib/contracts/tours'
import type { Locale } from '@/lib/i18n/locale'
import { tourMessages } from '@/lib/i18n/messages/tour'
import { plate } from '../panel/plate'

interface TourListProps {
  tours: readonly TourView[]
  locale: Locale
  onBegin(tour: TourView): void
}

/** The ways through this exhibition that its curators have laid. */
export function TourList({ tours, locale, onBegin }: TourListProps) {
  const t = tourMessages[locale]
  const panel = useRef<HTMLElement>(null)
  useEffect(() => panel.current?.querySelector('button')?.focus({ preventScroll: true }), [])
  return (
    <section
      ref={panel}
      aria-label={t.choose}
      data-testid="hall-tours"
      data-own-keys=""
      className={`${plate} w-80 max-w-[calc(100vw-2rem)] px-4 pt-3 pb-2`}
    >
      <h2 className="text-small">{t.tours}</h2>
      <ul className="mt-2 max-h-[55vh] overflow-y-auto">
        {tours.map((tour) => (
          <li key={tour.id} className="border-t py-3">
            <p className="editorial text-small">{tour.title[locale]}</p>
            {tour.text[locale] && <p className="mt-1 text-label text-secondary">{tour.text[locale]}</p>}
            <p className="mt-1 flex items-center justify-between gap-3 text-label text-secondary">
              <span className="tabular-nums">{t.stopsCount(tour.stops.length)}</span>
              <Button
                kind="quiet"
                data-testid="hall-tour-begin"
                aria-label={t.startTour(tour.title[locale])}
                onClick={() => onBegin(tour)}
              >
                {t.start}
              </Button>
            </p>
          </li>
        ))}
      </ul>
    </section>
  )
}
