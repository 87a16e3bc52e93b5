'use client'

import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { ButtonLink } from '@/components/ui/button-link'
import { FormProblem } from '@/components/ui/form-problem'
import { useLocale } from '@/components/ui/locale-provider'
import { call } from '@/lib/client/call'
import { useRequest } from '@/lib/client/use-request'
import type { DeskExhibition, DeskRoomCard } from '@/lib/contracts/desk'
import { routes } from '@/lib/contracts/routes'
import { roomBudget } from '@/lib/hanging/budget'
import { deskRoomsMessages } from '@/lib/i18n/messages/desk-rooms'
import { megabytes } from './megabytes'
import { orShowTheirs } from './or-show-theirs'
import { RoomLooksForm } from './room-looks-form'

interface RoomRowProps {
  exhibitionId: string
  room: DeskRoomCard
  /** From 1, as on the floor plan. */
  number: number
  mayEdit: boolean
  isBusy: boolean
  /** Null for the first. */
  onUp: (() => void) | null
  /** Null for the last. */
  onDown: (() => void) | null
  onChange: (exhibition: DeskExhibition) => void
}

/** One room: what it holds of what it may, and what can be done with it. */
export function RoomRow({ exhibitionId, room, number, mayEdit, isBusy, onUp, onDown, onChange }: RoomRowProps) {
  const locale = useLocale()
  const t = deskRoomsMessages[locale]
  const [mode, setMode] = useState<'idle' | 'changing' | 'removing'>('idle')
  const { isBusy: isSending, error, run } = useRequest()
  const name = room.name[locale]
  const small =
    'inline-flex size-11 items-center justify-center text-small enabled:hover:text-accent disabled:opacity-30'

  const remove = () => {
    const query = { works: room.workCount }
    return run(() =>
      orShowTheirs(exhibitionId, onChange, () => call(routes.removeRoom, { params: { id: room.id }, query })),
    )
  }

  return (
    <li className="border-t py-4">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <div className="min-w-0 flex-1 basis-64">
          <h3 className="editorial text-title">
            <span className="text-secondary tabular-nums">{number}</span> {name}
          </h3>
          <p className="text-label text-secondary">
            {t.roomSize(room.width.toFixed(1), room.depth.toFixed(1))} · {t.architectureName(room.architecture)}
          </p>
          <p className="text-label text-secondary tabular-nums">
            {t.load(room.workCount, roomBudget.works, megabytes(room.textureBytes), megabytes(roomBudget.textureBytes))}
          </p>
        </div>
        <ButtonLink href={`/curator/rooms/${room.id}`}>{mayEdit ? t.hang : t.look}</ButtonLink>
      </div>
      {mayEdit && mode === 'idle' && (
        <div className="-ml-3 flex flex-wrap items-center">
          <button
            type="button"
            className={small}
            disabled={isBusy || !onUp}
            onClick={() => onUp?.()}
            aria-label={t.roomUp(name)}
          >
            ↑
          </button>
          <button
            type="button"
            className={small}
            disabled={isBusy || !onDown}
            onClick={() => onDown?.()}
            aria-label={t.roomDown(name)}
          >
            ↓
          </button>
          <Button kind="quiet" className="ml-3" aria-label={t.changeRoom(name)} onClick={() => setMode('changing')}>
            {t.change}
          </Button>
          <Button kind="quiet" className="ml-6" aria-label={t.removeRoom(name)} onClick={() => setMode('removing')}>
            {t.remove}
          </Button>
        </div>
      )}
      {mode === 'changing' && (
        <RoomLooksForm exhibitionId={exhibitionId} room={room} onChange={onChange} onDone={() => setMode('idle')} />
      )}
      {mode === 'removing' && (
        <div className="mt-3 flex flex-wrap gap-3">
          <Button kind="danger" disabled={isSending} onClick={() => void remove()}>
            {t.removeSure(room.workCount)}
          </Button>
          <Button onClick={() => setMode('idle')}>{t.keep}</Button>
        </div>
      )}
      <FormProblem error={error} />
    </li>
  )
}
