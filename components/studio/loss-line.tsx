'use client'

import { useState } from 'react'
import { useLocale } from '@/components/ui/locale-provider'
import { addLoss, noLosses } from '@/lib/client/loss-trail'
import type { PortraitView } from '@/lib/contracts/portraits'
import { easelMessages } from '@/lib/i18n/messages/easel'

/** How far the picture is from what refinement pulls it to, as a number and as a thin line that falls; its height never changes. */
export function LossLine({ portrait }: { portrait: PortraitView }) {
  const locale = useLocale()
  const t = easelMessages[locale]
  const [trail, setTrail] = useState(noLosses)
  const grown = addLoss(trail, portrait)
  if (grown !== trail) setTrail(grown)
  const last = grown.losses.at(-1)
  const number = new Intl.NumberFormat(locale, { minimumFractionDigits: 3, maximumFractionDigits: 3 })
  return (
    <div className="mt-4 text-label text-night-secondary">
      <p className="tabular-nums">{last === undefined ? t.distanceUnknown : t.distance(number.format(last))}</p>
      <svg viewBox="0 0 100 24" preserveAspectRatio="none" aria-hidden="true" className="mt-2 block h-6 w-full">
        <polyline
          points={pointsOf(grown.losses)}
          fill="none"
          stroke="currentColor"
          strokeWidth="1"
          vectorEffect="non-scaling-stroke"
        />
      </svg>
    </div>
  )
}

/** From the upper left corner to the lower right one, whatever the loss began with and has come to. */
function pointsOf(losses: number[]): string {
  const [most, least] = [Math.max(...losses), Math.min(...losses)]
  const span = most - least || 1
  const step = 100 / Math.max(1, losses.length - 1)
  return losses.map((loss, index) => `${index * step},${1 + ((most - loss) / span) * 22}`).join(' ')
}
