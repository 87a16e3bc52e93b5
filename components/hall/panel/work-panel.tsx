'use client'

import Link from 'next/link'
import { useRef } from 'react'
import { KeepButton } from '@/components/engagement/keep-button'
import { LikeButton } from '@/components/engagement/like-button'
import { buttonClass } from '@/components/ui/button-class'
import { useFocusReturn } from '@/components/ui/use-focus-return'
import type { ReactionKind } from '@/lib/contracts/presence'
import { formatYear } from '@/lib/i18n/format-year'
import type { Locale } from '@/lib/i18n/locale'
import { hallMessages } from '@/lib/i18n/messages/hall'
import { zoomMessages } from '@/lib/i18n/messages/zoom'
import type { HallWork } from '../hall-works'
import { ReactRow } from '../reactions/react-row'
import { ListenButton } from '../tour/listen-button'
import { CloseIcon, LookIcon, NextIcon, PreviousIcon } from './icons'
import { stopOf } from './work-stops'

interface WorkPanelProps {
  work: HallWork
  count: number
  locale: Locale
  onLookClosely(): void
  /** Address of a recorded voice; null for none. */
  recording: string | null
  /** Null while nobody would see it. */
  onReact: ((kind: ReactionKind) => void) | null
  onNext(): void
  onPrevious(): void
  onClose(): void
}

const square = 'inline-flex size-11 items-center justify-center text-ink transition-colors hover:text-accent'

/** The element that takes the focus for the label. */
export const labelId = 'hall-label'

/**
 * The label at full length, and what one can do with a work: beside the room on a wide screen, below it on a narrow one. The focus goes from
 * it to the work's own stop, from which Tab leads to the next one.
 */
export function WorkPanel({
  work,
  count,
  locale,
  recording,
  onReact,
  onLookClosely,
  onNext,
  onPrevious,
  onClose,
}: WorkPanelProps) {
  const t = hallMessages[locale]
  const { artwork } = work
  const panel = useRef<HTMLElement>(null)
  useFocusReturn(panel, () => stopOf(work.index))
  const centimetres = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 })
  const size = t.sizeOf(centimetres.format(artwork.heightCm), centimetres.format(artwork.widthCm))
  return (
    <aside
      ref={panel}
      id={labelId}
      tabIndex={-1}
      aria-label={t.label}
      data-testid="hall-panel"
      data-own-keys=""
      className="absolute inset-x-0 bottom-0 z-20 flex h-[42%] flex-col bg-paper -outline-offset-2 lg:inset-y-0 lg:right-0 lg:left-auto lg:h-auto lg:w-96"
    >
      <div className="flex shrink-0 items-center gap-1 border-b pr-2 pl-5 lg:px-6">
        <p className="flex-1 text-label text-secondary tabular-nums">{t.placeOf(work.index + 1, count)}</p>
        <button
          type="button"
          className={square}
          aria-label={t.previous}
          data-testid="hall-previous"
          onClick={onPrevious}
        >
          <PreviousIcon />
        </button>
        <button type="button" className={square} aria-label={t.next} data-testid="hall-next" onClick={onNext}>
          <NextIcon />
        </button>
        <button type="button" className={square} aria-label={t.close} data-testid="hall-close" onClick={onClose}>
          <CloseIcon />
        </button>
      </div>
      <div
        key={artwork.id}
        className="min-h-0 flex-1 overflow-y-auto overscroll-contain px-5 pt-4 pb-6 lg:px-6 lg:pt-8"
      >
        <p className="text-small">{artwork.artist[locale]}</p>
        <h2 className="editorial mt-1 text-title lg:text-headline" data-testid="hall-panel-title">
          {artwork.title[locale]}
        </h2>
        <p className="mt-2 text-label text-secondary">
          {[formatYear(artwork.year, locale), artwork.medium[locale], size].filter(Boolean).join(' · ')}
        </p>
        <div className="mt-3 flex flex-wrap gap-x-4">
          <LikeButton artworkId={artwork.id} initialCount={artwork.likeCount} title={artwork.title[locale]} />
          <KeepButton artworkId={artwork.id} title={artwork.title[locale]} />
          <button
            type="button"
            className="inline-flex min-h-11 items-center gap-2 text-label transition-colors hover:text-accent"
            data-testid="hall-look-closely"
            onClick={onLookClosely}
          >
            <LookIcon />
            {zoomMessages[locale].look}
          </button>
          <ListenButton artwork={artwork} locale={locale} recording={recording} />
        </div>
        {onReact && <ReactRow locale={locale} onReact={onReact} />}
        <Link
          href={`/studio?work=${artwork.id}`}
          className={`${buttonClass('primary')} mt-3 w-full`}
          data-testid="hall-paint-me"
          prefetch={false}
        >
          {t.paintMe}
        </Link>
        {artwork.description[locale] && <p className="mt-5 max-w-measure text-small">{artwork.description[locale]}</p>}
        {artwork.credit[locale] && <p className="mt-4 text-label text-secondary">{artwork.credit[locale]}</p>}
        <p className="mt-4">
          <Link href={`/works/${artwork.id}`} className="link text-label" prefetch={false}>
            {t.toPage}
          </Link>
        </p>
      </div>
    </aside>
  )
}
