'use client'

import { useLocale } from '@/components/ui/locale-provider'
import { studioMessages } from '@/lib/i18n/messages/studio'
import { Slider } from './slider'

interface ShareSliderProps {
  id: string
  label: string
  /** 0 to 1. */
  value: number
  /** What its two ends mean. */
  low: string
  high: string
  onChange: (value: number) => void
}

/** A slider from 0 to 1 with its value in per cent. */
export function ShareSlider({ id, label, value, low, high, onChange }: ShareSliderProps) {
  const t = studioMessages[useLocale()]
  return (
    <div>
      <div className="flex items-baseline justify-between">
        <label htmlFor={id} className="text-small font-medium">
          {label}
        </label>
        <output htmlFor={id} className="text-small tabular-nums">
          {t.percent(value)}
        </output>
      </div>
      <Slider
        id={id}
        min={0}
        max={1}
        step={0.01}
        value={value}
        aria-valuetext={t.percent(value)}
        onChange={(event) => onChange(event.target.valueAsNumber)}
      />
      <p aria-hidden="true" className="flex justify-between text-label text-secondary">
        <span>{low}</span>
        <span>{high}</span>
      </p>
    </div>
  )
}
