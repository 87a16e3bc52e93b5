'use client'

import { useEffect, useRef, useState } from 'react'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { FormProblem } from '@/components/ui/form-problem'
import { useLocale } from '@/components/ui/locale-provider'
import { call } from '@/lib/client/call'
import { useRequest } from '@/lib/client/use-request'
import type { DeskExhibition, DeskRoomCard } from '@/lib/contracts/desk'
import { routes } from '@/lib/contracts/routes'
import { roomBudget } from '@/lib/hanging/budget'
import { placesOf, planBuilding } from '@/lib/hanging/building'
import { boundsOf } from '@/lib/hanging/walls'
import { deskRoomsMessages } from '@/lib/i18n/messages/desk-rooms'
import { ArchitectureField } from './architecture-field'
import { FloorPlan } from './floor-plan'
import { orShowTheirs } from './or-show-theirs'
import { WallColourField } from './wall-colour-field'

interface RebuildFormProps {
  exhibition: DeskExhibition
  onChange: (exhibition: DeskExhibition) => void
  onDone: () => void
}

const asItIs = ({ id, architecture, plan, workCount }: DeskRoomCard) => ({
  ...{ id, architecture, places: placesOf(plan, workCount) },
  wallColour: plan.wallColour ?? null,
})

/** All rooms built anew: one sees the floor that comes of it before it is built. */
export function RebuildForm({ exhibition, onChange, onDone }: RebuildFormProps) {
  const locale = useLocale()
  const t = deskRoomsMessages[locale]
  const { id, rooms } = exhibition
  const [wishes, setWishes] = useState(() => rooms.map(asItIs))
  const heading = useRef<HTMLHeadingElement>(null)
  const { isBusy, error, run } = useRequest()
  const asked = wishes.map(({ wallColour, ...wish }) => ({ ...wish, ...(wallColour !== null && { wallColour }) }))
  const built = planBuilding(asked.map((wish, at) => ({ ...wish, widthsCm: rooms[at]?.widthsCm ?? [] })))
  const loosened = rooms.reduce((sum, room) => sum + room.placedByHand, 0)
  const change = (at: number, part: Partial<(typeof wishes)[number]>) =>
    setWishes(wishes.map((wish, index) => (index === at ? { ...wish, ...part } : wish)))

  // The button that opened the form is gone: the keyboard goes on from its heading.
  useEffect(() => heading.current?.focus(), [])

  const build = () =>
    run(async () => {
      const body = { rooms: asked }
      await orShowTheirs(id, onChange, () => call(routes.rebuildRooms, { params: { id }, body }))
      onDone()
    })

  return (
    <form
      className="mt-6"
      onSubmit={(event) => {
        event.preventDefault()
        void build()
      }}
    >
      <h3 ref={heading} tabIndex={-1} className="editorial text-title outline-none">
        {t.rebuild}
      </h3>
      <p className="mt-1 max-w-measure text-small text-secondary">{t.rebuildText}</p>
      {built ? (
        <div className="mt-4">
          <FloorPlan plans={built.map(({ plan }) => plan)} label={t.floorPlan(built.length)} />
        </div>
      ) : (
        <p role="alert" className="mt-4 text-small">
          {t.tooLarge}
        </p>
      )}
      <ol className="mt-4 border-b">
        {wishes.map((wish, at) => {
          const room = rooms[at]
          const plan = built?.[at]?.plan
          if (!room) return null
          const bounds = plan && boundsOf([plan])
          return (
            <li key={wish.id} className="border-t py-4">
              <p className="text-small">
                {at + 1} · {room.name[locale]}
                {bounds && (
                  <span className="text-secondary">
                    {' · '}
                    {t.roomSize((bounds.maxX - bounds.minX).toFixed(1), (bounds.maxZ - bounds.minZ).toFixed(1))}
                  </span>
                )}
              </p>
              <div className="mt-2 grid gap-4 sm:grid-cols-2 xl:grid-cols-[12rem_10rem_1fr]">
                <ArchitectureField
                  id={`architecture-${wish.id}`}
                  value={wish.architecture}
                  onChange={(architecture) => change(at, { architecture })}
                />
                <Field
                  id={`places-${wish.id}`}
                  label={t.places}
                  type="number"
                  inputMode="numeric"
                  min={Math.min(room.workCount, roomBudget.works)}
                  max={roomBudget.works}
                  required
                  value={wish.places}
                  onChange={(event) => change(at, { places: Math.trunc(event.target.valueAsNumber) || 0 })}
                />
                <WallColourField
                  name={`rebuilt-colour-${wish.id}`}
                  value={wish.wallColour}
                  onChange={(wallColour) => change(at, { wallColour })}
                />
              </div>
            </li>
          )
        })}
      </ol>
      {loosened > 0 && <p className="mt-4 max-w-measure text-small">{t.loosened(loosened)}</p>}
      <FormProblem error={error} />
      <div className="mt-4 flex flex-wrap gap-3">
        <Button type="submit" kind="primary" disabled={isBusy || !built}>
          {isBusy ? t.working : t.build}
        </Button>
        <Button kind="quiet" onClick={onDone}>
          {t.cancel}
        </Button>
      </div>
    </form>
  )
}
