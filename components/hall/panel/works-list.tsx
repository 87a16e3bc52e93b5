'use client'

import { type CSSProperties, useEffect, useRef } from 'react'
import { useFocusReturn } from '@/components/ui/use-focus-return'
import type { Locale } from '@/lib/i18n/locale'
import { hallMessages } from '@/lib/i18n/messages/hall'
import type { HallRoom, HallWork } from '../hall-works'
import { CloseIcon } from './icons'

interface WorksListProps {
  rooms: HallRoom[]
  /** The work that one stands before. */
  present: number | null
  locale: Locale
  onChoose(index: number): void
  onClose(): void
}

/** The same hall as a list: each entry leads to its work. Focus goes in when it opens, and back when it closes. */
export function WorksList({ rooms, present, locale, onChoose, onClose }: WorksListProps) {
  const t = hallMessages[locale]
  const panel = useRef<HTMLElement>(null)
  useFocusReturn(panel)
  useEffect(() => {
    const entry =
      panel.current?.querySelector<HTMLElement>('[aria-current="true"]') ?? panel.current?.querySelector('li button')
    if (entry instanceof HTMLElement) entry.focus()
  }, [])
  return (
    <nav
      ref={panel}
      aria-label={t.works}
      data-testid="hall-list"
      data-own-keys=""
      className="absolute inset-y-0 left-0 z-30 flex w-full max-w-sm flex-col bg-paper"
    >
      <div className="flex shrink-0 items-center border-b pr-2 pl-5">
        <h2 className="flex-1 text-small">{t.works}</h2>
        <button
          type="button"
          aria-label={t.closeWorks}
          className="inline-flex size-11 items-center justify-center transition-colors hover:text-accent"
          onClick={onClose}
        >
          <CloseIcon />
        </button>
      </div>
      <div className="min-h-0 flex-1 overflow-y-auto overscroll-contain px-5 py-4">
        {rooms.map((room) => (
          <section key={room.view.id}>
            {rooms.length > 1 && <h3 className="mt-4 mb-2 text-label text-secondary">{room.view.name[locale]}</h3>}
            <ol>
              {room.works.map((work) => (
                <li key={work.artwork.id}>
                  <Entry work={work} isPresent={work.index === present} locale={locale} onChoose={onChoose} />
                </li>
              ))}
            </ol>
          </section>
        ))}
      </div>
    </nav>
  )
}

interface EntryProps {
  work: HallWork
  isPresent: boolean
  locale: Locale
  onChoose(index: number): void
}

function Entry({ work, isPresent, locale, onChoose }: EntryProps) {
  const { artwork } = work
  return (
    <button
      type="button"
      aria-current={isPresent}
      data-testid="hall-list-entry"
      className="group flex w-full items-center gap-4 border-b py-3 text-left transition-colors hover:text-accent"
      onClick={() => onChoose(work.index)}
    >
      <Thumbnail work={work} />
      <span className="min-w-0 flex-1">
        <span className="editorial block truncate text-small">{artwork.title[locale]}</span>
        <span className="block truncate text-label text-secondary">{artwork.artist[locale]}</span>
      </span>
      {isPresent && <span className="size-2 shrink-0 rounded-full bg-accent" aria-hidden="true" />}
    </button>
  )
}

function Thumbnail({ work }: { work: HallWork }) {
  const { picture } = work.artwork
  const style: CSSProperties = {
    backgroundColor: picture.colour,
    backgroundImage: `url("${picture.blur}")`,
    backgroundSize: '100% 100%',
  }
  const isWide = picture.width > picture.height
  const [width, height] = isWide
    ? [48, (48 * picture.height) / picture.width]
    : [(48 * picture.width) / picture.height, 48]
  return (
    <span className="flex size-12 shrink-0 items-center justify-center" aria-hidden="true">
      <span className="block" style={{ ...style, width, height }} />
    </span>
  )
}
