'use client'

import { useLocale } from '@/components/ui/locale-provider'
import { mostWithoutHd, type PortraitOrderForm, portraitSizes } from '@/lib/contracts/portraits'
import { houseMessages } from '@/lib/i18n/messages/house'
import { studioMessages } from '@/lib/i18n/messages/studio'

interface SizeChoiceProps {
  size: PortraitOrderForm['size']
  /** Largest size that is painted at this hour, px. */
  largest: number
  /** Operators have switched HD off, whatever the hour. */
  isHdOff: boolean
  onChange: (size: PortraitOrderForm['size']) => void
}

/** The long side of the painting. */
export function SizeChoice({ size, largest, isHdOff, onChange }: SizeChoiceProps) {
  const locale = useLocale()
  const t = studioMessages[locale]
  const isLimited = largest < Math.max(...portraitSizes)
  return (
    <fieldset className="min-w-0" aria-describedby="size-hint">
      <legend className="text-small font-medium">{t.size}</legend>
      <div className="mt-1 flex border border-edge">
        {portraitSizes.map((each) => (
          <label
            key={each}
            className="relative flex min-h-11 flex-1 cursor-pointer items-center justify-center border-edge text-small tabular-nums not-first:border-l has-disabled:cursor-not-allowed has-disabled:text-secondary has-disabled:line-through has-checked:bg-ink has-checked:text-paper has-focus-visible:outline-2 has-focus-visible:outline-offset-3 has-focus-visible:outline-accent"
          >
            <input
              type="radio"
              name="size"
              checked={each === size}
              disabled={each > largest}
              onChange={() => onChange(each)}
              className="sr-only"
            />
            {t.sizeName(each)}
          </label>
        ))}
      </div>
      <p id="size-hint" className="mt-1 text-label text-secondary">
        {isLimited
          ? isHdOff && largest >= mostWithoutHd
            ? houseMessages[locale].hdOff
            : t.sizeRests(largest)
          : t.sizeHint}
      </p>
    </fieldset>
  )
}
