'use client'

import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { FormProblem } from '@/components/ui/form-problem'
import { useLocale } from '@/components/ui/locale-provider'
import { call } from '@/lib/client/call'
import { useRequest } from '@/lib/client/use-request'
import type { DeskExhibition } from '@/lib/contracts/desk'
import { routes } from '@/lib/contracts/routes'
import { roomBudget } from '@/lib/hanging/budget'
import { type Architecture, architectures } from '@/lib/hanging/plan'
import { deskRoomsMessages } from '@/lib/i18n/messages/desk-rooms'
import { ArchitectureField } from './architecture-field'
import { WallColourField } from './wall-colour-field'

interface AddRoomFormProps {
  exhibitionId: string
  onChange: (exhibition: DeskExhibition) => void
  onDone: () => void
}

/** One more room, large enough for so many works or by its measures. */
export function AddRoomForm({ exhibitionId, onChange, onDone }: AddRoomFormProps) {
  const t = deskRoomsMessages[useLocale()]
  const [architecture, setArchitecture] = useState<Architecture>(architectures[0])
  const [wallColour, setWallColour] = useState<string | null>(null)
  const [sizedBy, setSizedBy] = useState<'works' | 'measures'>('works')
  const { isBusy, error, run } = useRequest()

  const add = (fields: FormData) =>
    run(async () => {
      const number = (name: string) => Number(fields.get(name))
      const names = { nameEn: String(fields.get('nameEn')), nameZh: String(fields.get('nameZh')) }
      const looks = { ...names, architecture, ...(wallColour !== null && { wallColour }) }
      const measures = { width: number('width'), depth: number('depth'), height: number('height') }
      const body = sizedBy === 'works' ? { ...looks, places: number('places') } : { ...looks, ...measures }
      onChange(await call(routes.addRoom, { params: { id: exhibitionId }, body }))
      onDone()
    })

  return (
    <form
      className="mt-6 grid grid-cols-2 gap-4 lg:grid-cols-4"
      onSubmit={(event) => {
        event.preventDefault()
        void add(new FormData(event.currentTarget))
      }}
    >
      <Field id="new-en" name="nameEn" label={t.nameEn} required maxLength={80} className="col-span-2" />
      <Field id="new-zh" name="nameZh" label={t.nameZh} required maxLength={80} className="col-span-2" />
      <ArchitectureField id="new-architecture" value={architecture} onChange={setArchitecture} />
      <fieldset className="col-span-2 lg:col-span-3">
        <legend className="text-small font-medium">{t.size}</legend>
        <div className="mt-1 flex min-h-12 flex-wrap items-center gap-x-6">
          {(['works', 'measures'] as const).map((way) => (
            <label key={way} className="inline-flex min-h-11 items-center gap-2 text-small">
              <input type="radio" name="new-size" checked={sizedBy === way} onChange={() => setSizedBy(way)} />
              {t.sizedBy(way)}
            </label>
          ))}
        </div>
      </fieldset>
      {sizedBy === 'works' ? (
        <Field
          {...{ id: 'new-places', name: 'places', label: t.places, type: 'number', inputMode: 'numeric' }}
          {...{ min: 1, max: roomBudget.works, step: 1, defaultValue: 8, required: true }}
        />
      ) : (
        (['width', 'depth', 'height'] as const).map((name) => (
          <Field
            key={name}
            id={`new-${name}`}
            name={name}
            label={t[name]}
            type="number"
            inputMode="decimal"
            min={name === 'height' ? 2.6 : 4}
            max={name === 'height' ? 10 : 60}
            step={0.1}
            defaultValue={{ width: 10, depth: 8, height: 4 }[name]}
            required
          />
        ))
      )}
      <div className="col-span-full">
        <WallColourField name="new-colour" value={wallColour} onChange={setWallColour} />
      </div>
      <div className="col-span-full">
        <FormProblem error={error} />
      </div>
      <div className="col-span-full flex flex-wrap gap-3">
        <Button type="submit" disabled={isBusy}>
          {isBusy ? t.working : t.add}
        </Button>
        <Button kind="quiet" onClick={onDone}>
          {t.cancel}
        </Button>
      </div>
    </form>
  )
}
