'use client'

import { useEffect, useRef, useState } from 'react'
import type { ArtworkView } from '@/lib/contracts/artworks'
import type { Locale } from '@/lib/i18n/locale'
import { tourMessages } from '@/lib/i18n/messages/tour'
import { createSpeaker } from './speaker'
import { PauseIcon, PlayIcon, SoundIcon, StopIcon } from './tour-icons'

interface ListenButtonProps {
  artwork: ArtworkView
  locale: Locale
  /** Address of what a curator recorded for this work; null where the device is to read its label. */
  recording: string | null
}

const buttonClass = 'inline-flex min-h-11 items-center gap-2 text-label transition-colors hover:text-accent'

/** The audio guide to one work: it is listened to, paused and gone on with by one button, and ended by another while there is something to end. */
export function ListenButton({ artwork, locale, recording }: ListenButtonProps) {
  const t = tourMessages[locale]
  const [state, setState] = useState<'silent' | 'playing' | 'paused'>('silent')
  const [speaker] = useState(() => createSpeaker())
  const button = useRef<HTMLButtonElement>(null)
  const stopButton = useRef<HTMLButtonElement>(null)
  useEffect(() => () => speaker.stop(), [speaker])
  const end = () => {
    // The button goes away under the focus.
    if (document.activeElement === stopButton.current) button.current?.focus()
    setState('silent')
  }
  const listen = () => {
    speaker.setSound(true)
    setState('playing')
    const words = [artwork.title, artwork.artist, artwork.description].map((text) => text[locale]).filter(Boolean)
    const text = words.join(locale === 'zh' ? '。' : '. ')
    speaker.say({ text, language: locale, recording }, end)
  }
  const pause = () => {
    speaker.hold()
    setState('paused')
  }
  const goOn = () => {
    setState('playing')
    speaker.goOn()
  }
  const stop = () => {
    speaker.stop()
    end()
  }
  const { Icon, name, press } = {
    silent: { Icon: SoundIcon, name: t.listen, press: listen },
    playing: { Icon: PauseIcon, name: t.pauseListening, press: pause },
    paused: { Icon: PlayIcon, name: t.goOnListening, press: goOn },
  }[state]
  return (
    <>
      <button
        ref={button}
        type="button"
        data-testid="hall-listen"
        aria-pressed={state === 'playing'}
        className={buttonClass}
        onClick={press}
      >
        <Icon />
        {name}
      </button>
      {state !== 'silent' && (
        <button ref={stopButton} type="button" data-testid="hall-listen-stop" className={buttonClass} onClick={stop}>
          <StopIcon />
          {t.stopListening}
        </button>
      )}
    </>
  )
}
