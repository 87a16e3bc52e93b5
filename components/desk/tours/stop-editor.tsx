'use client'

import { Field } from '@/components/ui/field'
import { type TourView, tourLimits } from '@/lib/contracts/tours'
import type { Locale } from '@/lib/i18n/locale'
import { tourDeskMessages } from '@/lib/i18n/messages/tour-desk'
import type { StopDraft } from './tour-draft'
import { VoiceField } from './voice-field'
import { Words } from './words'

interface StopEditorProps {
  stop: StopDraft
  /** From 1. */
  number: number
  isLast: boolean
  /** Of its work; null where that hangs here no more. */
  name: string | null
  locale: Locale
  onChange(changes: Partial<StopDraft>): void
  onMove(by: 1 | -1): void
  onRemove(): void
  /** A recording came or went; the tour as it is saved now. */
  onVoice(saved: TourView): void
}

const square =
  'inline-flex size-11 items-center justify-center rounded text-small transition-colors hover:text-accent disabled:opacity-40'

export function StopEditor({
  stop,
  number,
  isLast,
  name,
  locale,
  onChange,
  onMove,
  onRemove,
  onVoice,
}: StopEditorProps) {
  const t = tourDeskMessages[locale]
  const title = name ?? `${number}`
  return (
    <li className="border-t py-4" data-testid="tour-stop">
      <div className="flex items-center gap-2">
        <p className="min-w-0 flex-1">
          <span className="mr-3 text-secondary tabular-nums">{number}</span>
          <span className="editorial">{name ?? t.gone}</span>
        </p>
        <button
          type="button"
          aria-label={t.up(title)}
          title={t.up(title)}
          disabled={number === 1}
          className={square}
          onClick={() => onMove(-1)}
        >
          ↑
        </button>
        <button
          type="button"
          aria-label={t.down(title)}
          title={t.down(title)}
          disabled={isLast}
          className={square}
          onClick={() => onMove(1)}
        >
          ↓
        </button>
        <button
          type="button"
          aria-label={t.remove(title)}
          title={t.remove(title)}
          className={square}
          onClick={onRemove}
        >
          ×
        </button>
      </div>
      <div className="mt-2 grid gap-x-8 gap-y-4 lg:grid-cols-2">
        {(['en', 'zh'] as const).map((language) => (
          <div key={language} className="space-y-3" lang={language}>
            <Words
              id={`${stop.key}-words-${language}`}
              label={language === 'en' ? t.wordsEn : t.wordsZh}
              value={stop.text[language]}
              onChange={(text) => onChange({ text: { ...stop.text, [language]: text } })}
            />
            <VoiceField stop={stop} language={language} locale={locale} onVoice={onVoice} />
          </div>
        ))}
      </div>
      <Field
        id={`${stop.key}-pause`}
        label={t.pause}
        type="number"
        min={0}
        max={tourLimits.pauseSeconds}
        value={stop.pauseSeconds}
        className="mt-3 max-w-56"
        onChange={(event) => {
          const seconds = Math.round(Number(event.target.value))
          onChange({ pauseSeconds: Math.min(tourLimits.pauseSeconds, Math.max(0, seconds || 0)) })
        }}
      />
    </li>
  )
}
