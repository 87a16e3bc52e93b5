'use client'

import { useLocale } from '@/components/ui/locale-provider'
import type { PortraitView } from '@/lib/contracts/portraits'
import { easelMessages } from '@/lib/i18n/messages/easel'
import { studioMessages } from '@/lib/i18n/messages/studio'
import { cutWords } from './cut-words'

const qualityNames = { SKETCH: 'sketch', PAINTING: 'painting', MASTER: 'master' } as const

/** What was ordered: whose manner, and how it is painted. */
export function OrderFacts({ portrait }: { portrait: PortraitView }) {
  const locale = useLocale()
  const t = easelMessages[locale]
  const { style, blend, quality, size, strength, strokes, keepColours } = portrait
  return (
    <div className="mt-6 border-t border-night-rule pt-6 pb-6 text-small">
      <p className="text-label text-night-secondary">{t.inTheManner}</p>
      <p className="mt-1 font-medium">{style.artist[locale]}</p>
      <p>
        <cite className="editorial italic [:lang(zh)_&]:not-italic">{style.title[locale]}</cite>
      </p>
      <div className="mt-2 text-label text-night-secondary">
        {blend && <p>{t.blendedWith(blend.part, blend.artist[locale], blend.title[locale])}</p>}
        <p>{t.qualityAndSize(studioMessages[locale][qualityNames[quality]], size)}</p>
        <p>{t.strengthAndStrokes(strength, strokes)}</p>
        {keepColours && <p>{t.keptColours}</p>}
        {cutWords(portrait, locale).map((sentence) => (
          <p key={sentence} className="mt-2 border-l border-night-secondary pl-3">
            {sentence}
          </p>
        ))}
      </div>
    </div>
  )
}
