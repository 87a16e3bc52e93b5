'use client'

import Link from 'next/link'
import { useRef } from 'react'
import { useFocusReturn } from '@/components/ui/use-focus-return'
import type { Locale } from '@/lib/i18n/locale'
import { hallMessages } from '@/lib/i18n/messages/hall'
import { bookMessages } from '@/lib/i18n/messages/visitors-book'
import { BookIcon } from '../tour/tour-icons'
import { DoorIcon } from './icons'
import { plate, plateButton } from './plate'

interface DoorPlateProps {
  slug: string
  locale: Locale
  onOpenBook(): void
  /** The element that has the focus once one has turned away from the door. */
  returnTo(): HTMLElement | null
}

/** What lies at the exit: the visitors' book, and the way out. */
export function DoorPlate({ slug, locale, onOpenBook, returnTo }: DoorPlateProps) {
  const t = hallMessages[locale]
  const panel = useRef<HTMLElement>(null)
  useFocusReturn(panel, returnTo)
  return (
    <section
      ref={panel}
      aria-label={t.exit}
      data-testid="hall-exit"
      className={`${plate} absolute top-[58%] left-1/2 z-10 flex -translate-x-1/2`}
    >
      <button type="button" className={`${plateButton} whitespace-nowrap`} onClick={onOpenBook}>
        <BookIcon />
        {bookMessages[locale].title}
      </button>
      <Link href={`/exhibitions/${slug}`} className={`${plateButton} whitespace-nowrap`}>
        <DoorIcon />
        {t.leave}
      </Link>
    </section>
  )
}
