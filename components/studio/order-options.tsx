'use client'

import type { ReactNode } from 'react'
import { useLocale } from '@/components/ui/locale-provider'
import { type Rung, rungLimits } from '@/lib/contracts/admission'
import { mostWithoutHd, type PortraitOrderForm } from '@/lib/contracts/portraits'
import { studioMessages } from '@/lib/i18n/messages/studio'
import { QualityChoice } from './quality-choice'
import { ShareSlider } from './share-slider'
import { SizeChoice } from './size-choice'
import { TickBox } from './tick-box'

export type Options = Pick<PortraitOrderForm, 'quality' | 'strength' | 'strokes' | 'size' | 'keepColours'>

interface OrderOptionsProps {
  options: Options
  /** Of the overload ladder: what cannot be had at this hour says so. */
  rung: Rung
  /** Operators have switched HD off. */
  isHdOff: boolean
  onChange: (options: Options) => void
  /** What concerns the manner: a second one. */
  children: ReactNode
}

/** Quality, strength, strokes, a second manner, size and colours. */
export function OrderOptions({ options, rung, isHdOff, onChange, children }: OrderOptionsProps) {
  const t = studioMessages[useLocale()]
  const { largestSize, refinement } = rungLimits[rung]
  const largest = isHdOff ? Math.min(largestSize, mostWithoutHd) : largestSize
  return (
    <fieldset className="min-w-0">
      <legend className="editorial text-title lg:text-headline">{t.options}</legend>
      <div className="mt-4 space-y-6">
        <QualityChoice
          quality={options.quality}
          refinement={refinement}
          onChange={(quality) => onChange({ ...options, quality })}
        />
        <div className="grid gap-x-10 gap-y-6 sm:grid-cols-2">
          <ShareSlider
            id="strength"
            label={t.strength}
            value={options.strength}
            low={t.strengthLow}
            high={t.strengthHigh}
            onChange={(strength) => onChange({ ...options, strength })}
          />
          <ShareSlider
            id="strokes"
            label={t.strokes}
            value={options.strokes}
            low={t.strokesLow}
            high={t.strokesHigh}
            onChange={(strokes) => onChange({ ...options, strokes })}
          />
        </div>
        <div className="grid items-start gap-x-10 gap-y-6 sm:grid-cols-2">
          <SizeChoice
            size={options.size}
            largest={largest}
            isHdOff={isHdOff}
            onChange={(size) => onChange({ ...options, size })}
          />
          <TickBox
            label={t.keepColours}
            hint={t.keepColoursHint}
            isChecked={options.keepColours}
            onChange={(keepColours) => onChange({ ...options, keepColours })}
          />
        </div>
        {children}
      </div>
    </fieldset>
  )
}
