'use client'

import { useLocale } from '@/components/ui/locale-provider'
import { formatYear } from '@/lib/i18n/format-year'
import { studioMessages } from '@/lib/i18n/messages/studio'
import type { StyleChoice } from './style-choice'

interface StyleSheetProps {
  groups: { heading: string; hint?: string; choices: StyleChoice[] }[]
  /** A choice's id. */
  chosen: string | null
  fault: string | null
  onChoose: (id: string) => void
}

/** The contact sheet: every manner with an example, as one group of radio buttons. */
export function StyleSheet({ groups, chosen, fault, onChoose }: StyleSheetProps) {
  const t = studioMessages[useLocale()]
  return (
    <fieldset className="min-w-0" aria-describedby={fault ? 'style-fault' : undefined}>
      <legend className="editorial text-title lg:text-headline">{t.manner}</legend>
      {fault && (
        <p id="style-fault" role="alert" className="mt-3 max-w-measure border-l-2 border-ink pl-3 text-small">
          {fault}
        </p>
      )}
      {groups.map(({ heading, hint, choices }) => (
        <div key={heading} className="mt-6">
          <h2 className="text-label text-secondary">{heading}</h2>
          {hint && <p className="text-label text-secondary">{hint}</p>}
          <div className="mt-3 grid grid-cols-2 gap-x-4 gap-y-6 sm:grid-cols-3 lg:grid-cols-4">
            {choices.map((choice) => (
              <Choice key={choice.id} choice={choice} isChosen={choice.id === chosen} onChoose={onChoose} />
            ))}
          </div>
        </div>
      ))}
    </fieldset>
  )
}

interface ChoiceProps {
  choice: StyleChoice
  isChosen: boolean
  onChoose: (id: string) => void
}

function Choice({ choice, isChosen, onChoose }: ChoiceProps) {
  const locale = useLocale()
  const title = choice.title[locale]
  const artist = choice.artist[locale]
  return (
    <label className="group relative block cursor-pointer">
      <input
        type="radio"
        name="style"
        value={choice.id}
        checked={isChosen}
        onChange={() => onChoose(choice.id)}
        className="peer absolute inset-0 size-full cursor-pointer opacity-0"
      />
      <span
        className="block aspect-square overflow-hidden bg-mat outline-offset-3 outline-accent group-hover:outline-1 peer-checked:outline-2 peer-focus-visible:outline-3"
        style={choice.colour ? { backgroundColor: choice.colour } : undefined}
      >
        {/* biome-ignore lint/performance/noImgElement: our own pictures come in their sizes already */}
        <img
          src={choice.imageUrl}
          alt=""
          width={256}
          height={256}
          loading="lazy"
          decoding="async"
          className="size-full object-cover"
        />
      </span>
      <span className="mt-2 block text-label">
        <span className={isChosen ? 'font-medium text-accent' : 'font-medium'}>{artist}</span>
        <cite className="block not-italic text-secondary">
          {[title, formatYear(choice.year, locale)].filter(Boolean).join(', ')}
        </cite>
      </span>
    </label>
  )
}
