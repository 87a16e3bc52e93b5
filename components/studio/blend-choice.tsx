'use client'

import { useLocale } from '@/components/ui/locale-provider'
import { studioMessages } from '@/lib/i18n/messages/studio'
import { Notice } from './notice'
import { ShareSlider } from './share-slider'
import type { StyleChoice } from './style-choice'
import { TickBox } from './tick-box'

export interface Blend {
  /** Of a style choice. */
  id: string
  /** 0 to 1. */
  part: number
}

interface BlendChoiceProps {
  /** What can be the second manner: every choice but the first one. */
  choices: StyleChoice[]
  blend: Blend | null
  fault: string | null
  onChange: (blend: Blend | null) => void
}

/** A second manner, if one is wanted: chosen from the same sheet, as one row of small pictures, and its part. */
export function BlendChoice({ choices, blend, fault, onChange }: BlendChoiceProps) {
  const t = studioMessages[useLocale()]
  const [first] = choices
  if (!first) return null
  return (
    <div>
      <TickBox
        label={t.blend}
        hint={t.blendHint}
        isChecked={blend !== null}
        onChange={(isWanted) => onChange(isWanted ? { id: first.id, part: 0.5 } : null)}
      />
      {fault && <Notice className="mt-3">{fault}</Notice>}
      {blend && (
        <>
          <fieldset className="mt-4 min-w-0">
            <legend className="text-label text-secondary">{t.blendWith}</legend>
            {/* Room around the pictures, so that what marks them is not cut off where the row scrolls. */}
            <div className="-mx-1.5 mt-1 flex gap-3 overflow-x-auto px-1.5 pt-1.5 pb-3">
              {choices.map((choice) => (
                <SmallChoice
                  key={choice.id}
                  choice={choice}
                  isChosen={choice.id === blend.id}
                  onChoose={() => onChange({ ...blend, id: choice.id })}
                />
              ))}
            </div>
          </fieldset>
          <div className="mt-3">
            <ShareSlider
              id="blend-part"
              label={t.blendPart}
              value={blend.part}
              low={t.blendLow}
              high={t.blendHigh}
              onChange={(part) => onChange({ ...blend, part })}
            />
          </div>
        </>
      )}
    </div>
  )
}

interface SmallChoiceProps {
  choice: StyleChoice
  isChosen: boolean
  onChoose: () => void
}

function SmallChoice({ choice, isChosen, onChoose }: SmallChoiceProps) {
  const locale = useLocale()
  const t = studioMessages[locale]
  return (
    <label className="relative block w-20 shrink-0 cursor-pointer" title={choice.title[locale]}>
      <input
        type="radio"
        name="blend"
        value={choice.id}
        checked={isChosen}
        onChange={onChoose}
        aria-label={t.summary(choice.artist[locale], choice.title[locale])}
        className="peer absolute inset-0 size-full cursor-pointer opacity-0"
      />
      {/* biome-ignore lint/performance/noImgElement: our own pictures come in their sizes already */}
      <img
        src={choice.imageUrl}
        alt=""
        width={80}
        height={80}
        loading="lazy"
        decoding="async"
        className="size-20 bg-mat object-cover outline-offset-3 outline-accent peer-checked:outline-2 peer-focus-visible:outline-3"
      />
      <span
        aria-hidden="true"
        className={`mt-2 block truncate text-label ${isChosen ? 'font-medium text-accent' : ''}`}
      >
        {choice.artist[locale]}
      </span>
    </label>
  )
}
