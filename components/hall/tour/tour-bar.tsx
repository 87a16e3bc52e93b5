'use client'

import type { ReactNode } from 'react'
import type { Locale } from '@/lib/i18n/locale'
import { tourMessages } from '@/lib/i18n/messages/tour'
import { nameWork } from '@/lib/i18n/name-work'
import type { HallSpace } from '../hall-works'
import { CloseIcon } from '../panel/icons'
import { plate } from '../panel/plate'
import { BackIcon, MutedIcon, PauseIcon, PlayIcon, SkipIcon, SoundIcon } from './tour-icons'
import type { PlayedTour } from './use-tour'

interface TourBarProps {
  played: PlayedTour
  space: HallSpace
  locale: Locale
}

/** The tour that is being played: its caption, and everything that one may do about it. */
export function TourBar({ played, space, locale }: TourBarProps) {
  const t = tourMessages[locale]
  const { state, hasSound } = played
  if (!state) return null
  const { stops, at, phase, isHeld } = state
  const stop = stops[at]
  const artwork = stop && space.works[stop.workIndex]?.artwork
  const title = artwork ? artwork.title[locale] : ''
  const isOver = phase === 'over'
  const caption = isOver ? t.over : phase === 'walking' ? `${t.walking} · ${title}` : stop?.text[locale] || title
  return (
    <section
      aria-label={state.tour.title[locale]}
      data-testid="hall-tour"
      data-phase={isHeld ? 'held' : phase}
      data-stop={at}
      data-own-keys=""
      className={`${plate} w-full max-w-xl`}
    >
      <div className="flex items-center border-b pl-4">
        <p className="min-w-0 flex-1 truncate text-label text-secondary">
          <span className="tabular-nums">{t.stopOf(at + 1, stops.length)}</span> · {state.tour.title[locale]}
        </p>
        <Press name={t.end} testId="hall-tour-end" onPress={played.end}>
          <CloseIcon />
        </Press>
      </div>
      <p className="max-h-40 overflow-y-auto px-4 py-3 text-small" data-testid="hall-caption">
        {caption}
      </p>
      {isHeld && (
        <p className="px-4 pb-2 text-label text-secondary" data-testid="hall-tour-held">
          {t.held}
        </p>
      )}
      <div className="flex items-center justify-between px-1 pb-1">
        <div className="flex">
          <Press name={t.previous} testId="hall-tour-back" onPress={() => played.skip(-1)}>
            <BackIcon />
          </Press>
          <Press
            name={isOver ? t.again : isHeld ? t.resume : t.pause}
            testId="hall-tour-pause"
            onPress={isOver || isHeld ? played.goOn : played.pause}
          >
            {isOver || isHeld ? <PlayIcon /> : <PauseIcon />}
          </Press>
          <Press name={t.next} testId="hall-tour-skip" onPress={() => played.skip(1)}>
            <SkipIcon />
          </Press>
        </div>
        <Press
          name={hasSound ? t.soundOff : t.soundOn}
          isPressed={hasSound}
          testId="hall-tour-sound"
          onPress={() => played.setSound(!hasSound)}
        >
          {hasSound ? <SoundIcon /> : <MutedIcon />}
        </Press>
      </div>
      <p className="sr-only" role="status">
        {isHeld
          ? t.held
          : phase === 'telling' && artwork
            ? `${t.announceStop(at + 1, stops.length, nameWork(artwork.title[locale], artwork.artist[locale], locale))} ${hasSound ? '' : caption}`
            : isOver
              ? caption
              : ''}
      </p>
    </section>
  )
}

interface PressProps {
  name: string
  testId: string
  isPressed?: boolean
  children: ReactNode
  onPress(): void
}

function Press({ name, testId, isPressed, children, onPress }: PressProps) {
  return (
    <button
      type="button"
      aria-label={name}
      title={name}
      aria-pressed={isPressed}
      data-testid={testId}
      className="inline-flex size-11 items-center justify-center transition-colors hover:text-accent"
      onClick={onPress}
    >
      {children}
    </button>
  )
}
