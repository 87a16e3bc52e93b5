'use client'

import { useEffect, useState } from 'react'
import type { Locale } from '@/lib/i18n/locale'
import { hallMessages } from '@/lib/i18n/messages/hall'
import { HeadsetIcon } from '../panel/icons'
import { plateButton } from '../panel/plate'

interface VrButtonProps {
  locale: Locale
  onEnter(): Promise<void>
}

/** Only where the browser offers a headset. */
export function VrButton({ locale, onEnter }: VrButtonProps) {
  const t = hallMessages[locale]
  const [isOffered, setOffered] = useState(false)
  const [hasFailed, setFailed] = useState(false)
  useEffect(() => {
    const { xr } = navigator
    let isGone = false
    const ask = () =>
      xr
        ?.isSessionSupported('immersive-vr')
        .then((isSupported) => !isGone && setOffered(isSupported))
        .catch(() => undefined)
    void ask()
    // One may be plugged in, or switched on, when the hall is open already.
    xr?.addEventListener('devicechange', ask)
    return () => {
      isGone = true
      xr?.removeEventListener('devicechange', ask)
    }
  }, [])
  // A headset is only given out of a click, which does not wait for long.
  useEffect(() => {
    if (isOffered) void import('./enter-vr').catch(() => undefined)
  }, [isOffered])
  if (!isOffered) return null
  const label = hasFailed ? t.vrFailed : t.vr
  return (
    <button
      type="button"
      className={plateButton}
      aria-label={label}
      title={`${label}\n${t.helpVr}`}
      data-testid="hall-vr"
      onClick={() =>
        onEnter().then(
          () => setFailed(false),
          () => setFailed(true),
        )
      }
    >
      <HeadsetIcon />
    </button>
  )
}
