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
    let isGone = false
    void navigator.xr
      ?.isSessionSupported('immersive-vr')
      .then((isSupported) => !isGone && setOffered(isSupported))
      .catch(() => undefined)
    return () => {
      isGone = true
    }
  }, [])
  if (!isOffered) return null
  const label = hasFailed ? t.vrFailed : t.vr
  return (
    <button
      type="button"
      className={plateButton}
      aria-label={label}
      title={label}
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
