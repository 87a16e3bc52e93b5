'use client'

import { FormProblem } from '@/components/ui/form-problem'
import { useLocale } from '@/components/ui/locale-provider'
import { call } from '@/lib/client/call'
import { useRequest } from '@/lib/client/use-request'
import { mayAtDesk } from '@/lib/contracts/desk'
import { routes } from '@/lib/contracts/routes'
import { deskRoomsMessages } from '@/lib/i18n/messages/desk-rooms'
import { AddRoomForm } from './add-room-form'
import { DeskSection } from './desk-section'
import { orShowTheirs } from './or-show-theirs'
import type { PartProps } from './part-props'
import { RoomRow } from './room-row'

/** The rooms in their order: hang, rename, move, remove, add. */
export function RoomsSection({ exhibition, onChange }: PartProps) {
  const t = deskRoomsMessages[useLocale()]
  const { id, rooms, myRole } = exhibition
  const mayEdit = mayAtDesk(myRole, 'edit')
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
      <ul className="border-b">
        {rooms.map((room, index) => (
          <RoomRow
            key={room.id}
            exhibitionId={id}
            room={room}
            mayEdit={mayEdit}
            isBusy={isBusy}
            onUp={index > 0 ? () => void move(index, -1) : null}
            onDown={index < rooms.length - 1 ? () => void move(index, 1) : null}
            onChange={onChange}
          />
        ))}
      </ul>
      {mayEdit && <AddRoomForm exhibitionId={id} onChange={onChange} />}
    </DeskSection>
  )
}
