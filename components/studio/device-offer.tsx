'use client'

import { Button } from '@/components/ui/button'
import { useLocale } from '@/components/ui/locale-provider'
import type { DevicePainting } from '@/lib/client/use-device-painting'
import { studioMessages } from '@/lib/i18n/messages/studio'

interface DeviceOfferProps {
  painting: DevicePainting
  onPaint: () => void
  onStop: () => void
}

/** Beside a door that is shut, or opens for few: painted at once, here. While it paints, the way to end it. */
export function DeviceOffer({ painting, onPaint, onStop }: DeviceOfferProps) {
  const t = studioMessages[useLocale()]
  const isBusy = painting.phase === 'fetching' || painting.phase === 'painting'
  return (
    <Button onClick={isBusy ? onStop : onPaint} className="min-w-48 max-sm:min-w-0 max-sm:px-4">
      {isBusy ? t.stopHere : t.paintHere}
    </Button>
  )
}
