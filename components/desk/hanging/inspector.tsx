'use client'

import { useState } from 'react'
import { useLocale } from '@/components/ui/locale-provider'
import type { PlacedHanging } from '@/lib/client/hanging/hanging-model'
import { formatSize } from '@/lib/i18n/format-size'
import { hangingMessages } from '@/lib/i18n/messages/hanging'
import { selectClass } from '../select-class'
import { centimetres, leftOf } from './wall-view'

interface InspectorProps {
  chosen: PlacedHanging[]
  walls: { id: string; name: string }[]
  mayEdit: boolean
  /** Moves the one chosen work, metres. */
  onPlace: (place: { along: number; centreHeight: number }) => void
  onWall: (wallId: string) => void
}

/** The chosen works by their figures, in centimetres. */
export function Inspector({ chosen, walls, mayEdit, onPlace, onWall }: InspectorProps) {
  const locale = useLocale()
  const t = hangingMessages[locale]
  const [one] = chosen
  if (!one) return <p className="text-label text-secondary">{t.nothingChosen}</p>
  const wallId = chosen.every(({ wall }) => wall === one.wall) ? one.wall : ''
  return (
    <div className="grid gap-3">
      {chosen.length === 1 ? (
        <div>
          <p className="truncate text-small font-medium">{one.artwork.title[locale]}</p>
          <p className="truncate text-label text-secondary">
            {one.artwork.artist[locale]}, {formatSize(one.artwork.widthCm, one.artwork.heightCm, locale)}
          </p>
        </div>
      ) : (
        <p className="text-small font-medium">{t.chosen(chosen.length)}</p>
      )}
      {chosen.length === 1 && (
        <div className="grid grid-cols-2 gap-3">
          <Figure
            key={`left-${one.id}-${one.along}`}
            id="from-left"
            label={t.fromLeft}
            value={leftOf(one)}
            isDisabled={!mayEdit}
            onChange={(cm) => onPlace({ ...one, along: (cm + one.artwork.widthCm / 2) / 100 })}
          />
          <Figure
            key={`centre-${one.id}-${one.centreHeight}`}
            id="centre-height"
            label={t.centre}
            value={centimetres(one.centreHeight)}
            isDisabled={!mayEdit}
            onChange={(cm) => onPlace({ ...one, centreHeight: cm / 100 })}
          />
        </div>
      )}
      <div>
        <label htmlFor="to-wall" className="block text-label text-secondary">
          {t.toWall}
        </label>
        <select
          id="to-wall"
          value={wallId}
          disabled={!mayEdit}
          onChange={(event) => onWall(event.target.value)}
          className={`${selectClass} mt-1 w-full`}
        >
          {walls.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      </div>
    </div>
  )
}

interface FigureProps {
  id: string
  label: string
  value: string
  isDisabled: boolean
  onChange: (cm: number) => void
}

/** A measure that takes effect when it is left or Enter is pressed. */
function Figure({ id, label, value, isDisabled, onChange }: FigureProps) {
  const [typed, setTyped] = useState(value)
  const commit = () => {
    const cm = Number(typed)
    if (typed.trim() === '' || Number.isNaN(cm)) setTyped(value)
    else if (typed !== value) onChange(cm)
  }
  return (
    <div>
      <label htmlFor={id} className="block text-label text-secondary">
        {label}
      </label>
      <input
        id={id}
        type="number"
        inputMode="decimal"
        step={0.5}
        value={typed}
        disabled={isDisabled}
        onChange={(event) => setTyped(event.target.value)}
        onBlur={commit}
        onKeyDown={(event) => event.key === 'Enter' && commit()}
        className="mt-1 min-h-11 w-full rounded border border-edge px-3 text-small tabular-nums"
      />
    </div>
  )
}
