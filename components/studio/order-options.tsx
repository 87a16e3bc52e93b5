'use client'

import { useLocale } from '@/components/ui/locale-provider'
import { portraitSizes } from '@/lib/contracts/portraits'
import { studioMessages } from '@/lib/i18n/messages/studio'
import { Slider } from './slider'

export interface Options {
  /** 0 to 1. */
  strength: number
  /** Long side, px. */
  size: number
  keepColours: boolean
}

interface OrderOptionsProps {
  options: Options
  onChange: (options: Options) => void
}

/** Strength, size and colours. */
export function OrderOptions({ options, onChange }: OrderOptionsProps) {
  const t = studioMessages[useLocale()]
  return (
    <fieldset className="min-w-0">
      <legend className="editorial text-title lg:text-headline">{t.options}</legend>
      <div className="mt-4 max-w-measure">
        <div className="flex items-baseline justify-between">
          <label htmlFor="strength" className="text-small font-medium">
            {t.strength}
          </label>
          <output htmlFor="strength" className="text-small tabular-nums">
            {t.percent(options.strength)}
          </output>
        </div>
        <Slider
          id="strength"
          min={0}
          max={1}
          step={0.01}
          value={options.strength}
          aria-valuetext={t.percent(options.strength)}
          onChange={(event) => onChange({ ...options, strength: event.target.valueAsNumber })}
        />
        <p aria-hidden="true" className="flex justify-between text-label text-secondary">
          <span>{t.strengthLow}</span>
          <span>{t.strengthHigh}</span>
        </p>
      </div>
      <div className="mt-6 grid max-w-measure gap-6 sm:grid-cols-2">
        <SizeChoice size={options.size} onChange={(size) => onChange({ ...options, size })} />
        <label className="flex cursor-pointer items-start gap-3 self-start">
          <input
            type="checkbox"
            checked={options.keepColours}
            onChange={(event) => onChange({ ...options, keepColours: event.target.checked })}
            className="mt-0.5 size-5 shrink-0 accent-accent"
          />
          <span>
            <span className="block text-small font-medium">{t.keepColours}</span>
            <span className="block text-label text-secondary">{t.keepColoursHint}</span>
          </span>
        </label>
      </div>
    </fieldset>
  )
}

function SizeChoice({ size, onChange }: { size: number; onChange: (size: number) => void }) {
  const t = studioMessages[useLocale()]
  return (
    <fieldset>
      <legend className="text-small font-medium">{t.size}</legend>
      <div className="mt-1 flex border border-edge">
        {portraitSizes.map((each) => (
          <label
            key={each}
            className="flex min-h-11 flex-1 cursor-pointer items-center justify-center border-edge text-small tabular-nums not-first:border-l has-checked:bg-ink has-checked:text-paper has-focus-visible:outline-2 has-focus-visible:outline-offset-3 has-focus-visible:outline-accent"
          >
            <input
              type="radio"
              name="size"
              checked={each === size}
              onChange={() => onChange(each)}
              className="sr-only"
            />
            {t.sizeName(each)}
          </label>
        ))}
      </div>
      <p className="mt-1 text-label text-secondary">{t.sizeHint}</p>
    </fieldset>
  )
}
