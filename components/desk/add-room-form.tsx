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
import { type Architecture, architectures } from '@/lib/hanging/plan'
import { deskRoomsMessages } from '@/lib/i18n/messages/desk-rooms'
import { selectClass } from './select-class'

interface AddRoomFormProps {
  exhibitionId: string
  onChange: (exhibition: DeskExhibition) => void
}

/** One more room, by its measures. */
export function AddRoomForm({ exhibitionId, onChange }: AddRoomFormProps) {
  const t = deskRoomsMessages[useLocale()]
  const [isOpen, setOpen] = useState(false)
  const [architecture, setArchitecture] = useState<Architecture>(architectures[0])
  const { isBusy, error, run } = useRequest()

  const add = (fields: FormData) =>
    run(async () => {
      const size = (name: string) => Number(fields.get(name))
      const names = { nameEn: String(fields.get('nameEn')), nameZh: String(fields.get('nameZh')) }
      const measures = { width: size('width'), depth: size('depth'), height: size('height') }
      const body = { ...names, architecture, ...measures }
      onChange(await call(routes.addRoom, { params: { id: exhibitionId }, body }))
      setOpen(false)
    })

  if (!isOpen) {
    return (
      <Button kind="quiet" className="mt-2" onClick={() => setOpen(true)}>
        {t.addRoom}
      </Button>
    )
  }
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
      {(['width', 'depth', 'height'] as const).map((name) => (
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
      ))}
      <div>
        <label htmlFor="new-architecture" className="block text-small font-medium">
          {t.architecture}
        </label>
        <select
          id="new-architecture"
          value={architecture}
          onChange={(event) => {
            const chosen = architectures.find((name) => name === event.target.value)
            if (chosen) setArchitecture(chosen)
          }}
          className={`${selectClass} mt-1 min-h-12 w-full`}
        >
          {architectures.map((name) => (
            <option key={name} value={name}>
              {t.architectureName(name)}
            </option>
          ))}
        </select>
      </div>
      <div className="col-span-full">
        <FormProblem error={error} />
      </div>
      <div className="col-span-full flex flex-wrap gap-3">
        <Button type="submit" disabled={isBusy}>
          {isBusy ? t.working : t.add}
        </Button>
        <Button kind="quiet" onClick={() => setOpen(false)}>
          {t.cancel}
        </Button>
      </div>
    </form>
  )
}
