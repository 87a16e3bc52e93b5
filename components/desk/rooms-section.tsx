'use client'

import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { FormProblem } from '@/components/ui/form-problem'
import { useLocale } from '@/components/ui/locale-provider'
import { call } from '@/lib/client/call'
import { useRequest } from '@/lib/client/use-request'
import { mayAtDesk } from '@/lib/contracts/desk'
import { routes } from '@/lib/contracts/routes'
import { areJoined } from '@/lib/hanging/are-joined'
import { deskRoomsMessages } from '@/lib/i18n/messages/desk-rooms'
import { AddRoomForm } from './add-room-form'
import { DeskSection } from './desk-section'
import { FloorPlan } from './floor-plan'
import { orShowTheirs } from './or-show-theirs'
import type { PartProps } from './part-props'
import { RebuildForm } from './rebuild-form'
import { RoomRow } from './room-row'

/** The rooms on their floor and in their order: hang, change, move, remove, add, and build all of them anew. */
export function RoomsSection({ exhibition, onChange }: PartProps) {
  const t = deskRoomsMessages[useLocale()]
  const { id, rooms, myRole } = exhibition
  const mayEdit = mayAtDesk(myRole, 'edit')
  const [mode, setMode] = useState<'idle' | 'adding' | 'rebuilding'>('idle')
  const isRebuilding = mode === 'rebuilding'
  const { isBusy, error, run } = useRequest()

  const move = (from: number, by: 1 | -1) =>
    run(async () => {
      const seen = rooms.map((room) => room.id)
      const roomIds = [...seen]
      roomIds.splice(from + by, 0, ...roomIds.splice(from, 1))
      await orShowTheirs(id, onChange, () => call(routes.orderRooms, { params: { id }, body: { from: seen, roomIds } }))
    })

  return (
    <DeskSection title={t.roomsTitle}>
      <FormProblem error={error} />
      {rooms.length > 0 && !isRebuilding && (
        <div className="mb-6">
          <FloorPlan plans={rooms.map(({ plan }) => plan)} label={t.floorPlan(rooms.length)} />
          {rooms.length > 1 && !areJoined(rooms.map(({ plan }) => plan)) && (
            <p className="mt-3 max-w-measure text-small">{t.notJoined}</p>
          )}
        </div>
      )}
      {!isRebuilding && (
        <ul className="border-b">
          {rooms.map((room, index) => (
            <RoomRow
              key={room.id}
              exhibitionId={id}
              room={room}
              number={index + 1}
              mayEdit={mayEdit}
              isBusy={isBusy}
              onUp={index > 0 ? () => void move(index, -1) : null}
              onDown={index < rooms.length - 1 ? () => void move(index, 1) : null}
              onChange={onChange}
            />
          ))}
        </ul>
      )}
      {mayEdit && mode === 'idle' && (
        <div className="mt-2 flex flex-wrap gap-x-6">
          <Button kind="quiet" onClick={() => setMode('adding')}>
            {t.addRoom}
          </Button>
          {rooms.length > 0 && (
            <Button kind="quiet" onClick={() => setMode('rebuilding')}>
              {t.rebuild}
            </Button>
          )}
        </div>
      )}
      {mode === 'adding' && <AddRoomForm exhibitionId={id} onChange={onChange} onDone={() => setMode('idle')} />}
      {isRebuilding && (
        <RebuildForm
          key={rooms.map((room) => room.id).join()}
          exhibition={exhibition}
          onChange={onChange}
          onDone={() => setMode('idle')}
        />
      )}
    </DeskSection>
  )
}
