'use client'

import { useLocale } from '@/components/ui/locale-provider'
import { deskRoomsMessages } from '@/lib/i18n/messages/desk-rooms'

/** Colours that pictures have long been hung on; any other one that a room has already is kept and offered too. */
const wallColours = ['#f1eee6', '#d8d2c4', '#9aa395', '#31463c', '#24405c', '#6b2a2c', '#a97f3d', '#3a3a3d'] as const

interface WallColourFieldProps {
  /** Of the group's radio buttons; one of its own for each room. */
  name: string
  /** Null: the architecture's own. */
  value: string | null
  onChange: (colour: string | null) => void
}

/** The colour of a room's walls. */
export function WallColourField({ name, value, onChange }: WallColourFieldProps) {
  const t = deskRoomsMessages[useLocale()]
  const own = value === null || wallColours.some((colour) => colour === value) ? [] : [value]
  return (
    <fieldset>
      <legend className="text-small font-medium">{t.wallColour}</legend>
      <div className="mt-1 flex min-h-12 flex-wrap items-center ">
        <label className="mr-2 inline-flex min-h-11 items-center gap-2 text-small">
          <input type="radio" name={name} checked={value === null} onChange={() => onChange(null)} />
          {t.colourOfArchitecture}
        </label>
        {[...own, ...wallColours].map((colour) => (
          <label
            key={colour}
            className="relative inline-flex size-8 items-center justify-center"
            title={t.colourName(colour)}
          >
            <input
              type="radio"
              name={name}
              checked={value === colour}
              onChange={() => onChange(colour)}
              aria-label={t.colourName(colour)}
              className="peer absolute inset-0 cursor-pointer opacity-0"
            />
            <span
              aria-hidden="true"
              className="size-6 rounded-full border border-edge outline-offset-2 peer-checked:outline-2 peer-checked:outline-ink peer-focus-visible:outline-2 peer-focus-visible:outline-accent"
              style={{ backgroundColor: colour }}
            />
          </label>
        ))}
      </div>
    </fieldset>
  )
}
