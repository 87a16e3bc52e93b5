'use client'

import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { FormProblem } from '@/components/ui/form-problem'
import { useLocale } from '@/components/ui/locale-provider'
import { call } from '@/lib/client/call'
import { useRequest } from '@/lib/client/use-request'
import type { DeskExhibition, DeskRoomCard } from '@/lib/contracts/desk'
import { routes } from '@/lib/contracts/routes'
import { deskRoomsMessages } from '@/lib/i18n/messages/desk-rooms'
import { orShowTheirs } from './or-show-theirs'
import { WallColourField } from './wall-colour-field'

interface RoomLooksFormProps {
  exhibitionId: string
  room: DeskRoomCard
  onChange: (exhibition: DeskExhibition) => void
  onDone: () => void
}

/** A room's names, and the colour of its walls. */
export function RoomLooksForm({ exhibitionId, room, onChange, onDone }: RoomLooksFormProps) {
  const t = deskRoomsMessages[useLocale()]
  const { isBusy, error, run } = useRequest()
  const seenColour = room.plan.wallColour ?? null
  const [wallColour, setWallColour] = useState(seenColour)

  const save = (fields: FormData) =>
    run(async () => {
      const from = { nameEn: room.name.en, nameZh: room.name.zh, wallColour: seenColour }
      const to = { nameEn: String(fields.get('nameEn')), nameZh: String(fields.get('nameZh')), wallColour }
      await orShowTheirs(exhibitionId, onChange, () =>
        call(routes.changeRoom, { params: { id: room.id }, body: { from, to } }),
      )
      onDone()
    })

  return (
    <form
      className="mt-3 grid gap-4 lg:grid-cols-2"
      onSubmit={(event) => {
        event.preventDefault()
        void save(new FormData(event.currentTarget))
      }}
    >
      <Field id={`en-${room.id}`} name="nameEn" label={t.nameEn} defaultValue={room.name.en} required maxLength={80} />
      <Field id={`zh-${room.id}`} name="nameZh" label={t.nameZh} defaultValue={room.name.zh} required maxLength={80} />
      <div className="lg:col-span-2">
        <WallColourField name={`colour-${room.id}`} value={wallColour} onChange={setWallColour} />
      </div>
      <div className="flex flex-wrap gap-3 lg:col-span-2">
        <Button type="submit" disabled={isBusy}>
          {t.save}
        </Button>
        <Button kind="quiet" onClick={onDone}>
          {t.cancel}
        </Button>
      </div>
      <FormProblem error={error} />
    </form>
  )
}
