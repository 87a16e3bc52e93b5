'use client'

import { useEffect, useRef, useState } from 'react'
import type { ArtworkView } from '@/lib/contracts/artworks'
import type { Locale } from '@/lib/i18n/locale'
import { tourMessages } from '@/lib/i18n/messages/tour'
import { createSpeaker, type Speaker } from './speaker'
import { PauseIcon, SoundIcon } from './tour-icons'

interface ListenButtonProps {
  artwork: ArtworkView
  locale: Locale
  /** Address of what a curator recorded for this work; null where the device is to read its label. */
  recording: string | null
}

/** The audio guide to one work. */
export function ListenButton({ artwork, locale, recording }: ListenButtonProps) {
  const t = tourMessages[locale]
  const [isPlaying, setPlaying] = useState(false)
  const speaker = useRef<Speaker | null>(null)
  useEffect(() => () => speaker.current?.stop(), [])
  const listen = () => {
    speaker.current ??= createSpeaker()
    speaker.current.setSound(true)
    setPlaying(true)
    const words = [artwork.title, artwork.artist, artwork.description].map((text) => text[locale]).filter(Boolean)
    const text = words.join(locale === 'zh' ? '。' : '. ')
    speaker.current.say({ text, language: locale, recording }, () => setPlaying(false))
  }
  const stop = () => {
    speaker.current?.stop()
    setPlaying(false)
  }
  return (
    <button
      type="button"
      data-testid="hall-listen"
      aria-pressed={isPlaying}
      className="inline-flex min-h-11 items-center gap-2 text-label transition-colors hover:text-accent"
      onClick={isPlaying ? stop : listen}
    >
      {isPlaying ? <PauseIcon /> : <SoundIcon />}
      {isPlaying ? t.stopListening : t.listen}
    </button>
  )
}
