'use client'

import { useLocale } from '@/components/ui/locale-provider'
import { type PortraitQuality, portraitQualities } from '@/lib/contracts/portraits'
import { studioMessages } from '@/lib/i18n/messages/studio'

interface QualityChoiceProps {
  quality: PortraitQuality
  /** Part of the refinement that this hour leaves, 0 to 1. */
  refinement: number
  onChange: (quality: PortraitQuality) => void
}

const words = {
  SKETCH: { name: 'sketch', text: 'sketchText' },
  PAINTING: { name: 'painting', text: 'paintingText' },
  MASTER: { name: 'master', text: 'masterText' },
} as const satisfies Record<PortraitQuality, unknown>

/** How thoroughly it is painted: three choices, each with a sentence. */
export function QualityChoice({ quality, refinement, onChange }: QualityChoiceProps) {
  const t = studioMessages[useLocale()]
  const isOff = (each: PortraitQuality) => each === 'MASTER' && refinement === 0
  const textOf = (each: PortraitQuality) => {
    if (each !== 'MASTER' || refinement === 1) return t[words[each].text]
    return refinement === 0 ? t.notRefined : t.refinedLess
  }
  return (
    <fieldset className="min-w-0">
      <legend className="text-small font-medium">{t.quality}</legend>
      <div className="mt-1 grid border border-edge sm:grid-cols-3">
        {portraitQualities.map((each) => (
          <label
            key={each}
            className="group relative block cursor-pointer border-edge px-4 py-3 not-first:border-t has-disabled:cursor-not-allowed has-disabled:text-secondary has-checked:bg-ink has-checked:text-paper has-focus-visible:outline-2 has-focus-visible:outline-offset-3 has-focus-visible:outline-accent sm:not-first:border-t-0 sm:not-first:border-l"
          >
            <input
              type="radio"
              name="quality"
              value={each}
              checked={each === quality}
              disabled={isOff(each)}
              onChange={() => onChange(each)}
              className="sr-only"
            />
            <span className="block text-small font-medium">{t[words[each].name]}</span>
            <span className="block text-label text-secondary group-has-checked:text-paper">{textOf(each)}</span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}
