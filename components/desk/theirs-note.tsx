'use client'

import { useLocale } from '@/components/ui/locale-provider'
import type { ExhibitionFields } from '@/lib/contracts/desk'
import { deskExhibitionMessages } from '@/lib/i18n/messages/desk-exhibition'

interface TheirsNoteProps {
  theirs: Partial<ExhibitionFields>
  name: keyof ExhibitionFields
  /** How the value reads, where it is not text. */
  show?: (value: string) => string
}

/** What somebody else wrote into a field meanwhile, under one's own. */
export function TheirsNote({ theirs, name, show = (value) => value }: TheirsNoteProps) {
  const t = deskExhibitionMessages[useLocale()]
  if (!(name in theirs)) return null
  const value = theirs[name]
  return (
    <div role="alert" className="mt-2 border-l-2 border-ink pl-3 text-label">
      <p>{t.changedMeanwhile}</p>
      <p className="mt-1 whitespace-pre-wrap text-secondary">
        {value === null || value === '' || value === undefined ? t.empty : show(String(value))}
      </p>
    </div>
  )
}
