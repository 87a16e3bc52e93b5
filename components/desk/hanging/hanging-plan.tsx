'use client'

import { type KeyboardEvent, type PointerEvent, useRef, useState } from 'react'
import { FormProblem } from '@/components/ui/form-problem'
import { useLocale } from '@/components/ui/locale-provider'
import { placedHangings, shownHangings, strandedHangings } from '@/lib/client/hanging/hanging-model'
import { mayAtDesk } from '@/lib/contracts/desk'
import type { DepotPage, DeskRoom } from '@/lib/contracts/desk-hanging'
import { checkHanging } from '@/lib/hanging/check-hanging'
import type { Plan, Wall } from '@/lib/hanging/plan'
import { findWall, wallLength } from '@/lib/hanging/walls'
import { hangingMessages } from '@/lib/i18n/messages/hanging'
import { answerKey } from './answer-key'
import { CarriedPicture } from './carried-picture'
import { DepotList } from './depot-list'
import { Elevation } from './elevation'
import { hangingActs } from './hanging-acts'
import { Inspector } from './inspector'
import { LostWishes } from './lost-wishes'
import { PlanHeader } from './plan-header'
import { PlanView } from './plan-view'
import { RoomFigures } from './room-figures'
import { Toolbar } from './toolbar'
import { useDrag } from './use-drag'
import { useHands } from './use-hands'
import { useHangingDesk } from './use-hanging-desk'
import { useScale } from './use-scale'
import { useUndoKeys } from './use-shortcuts'
import { WallTurner } from './wall-turner'

/** Where works hang in a room: its plan, the elevation of one wall, the depot beside them. */
export function HangingPlan({ room: initial, depot }: { room: DeskRoom; depot: DepotPage }) {
  const locale = useLocale()
  const t = hangingMessages[locale]
  const { desk, state } = useHangingDesk(initial)
  const { room } = state.model
  const { plan } = room
  const mayEdit = mayAtDesk(room.myRole, 'edit')
  const placed = placedHangings(state.model)
  const [wallId, setWallId] = useState(() => wallOf(plan, null).id)
  const [chosenIds, setChosenIds] = useState<ReadonlySet<string>>(new Set())
  const [doesSnap, setSnap] = useState(true)
  const [said, setSaid] = useState('')
  const frame = useRef<HTMLDivElement>(null)
  const drawing = useRef<SVGSVGElement>(null)
  const wall = wallOf(plan, wallId)
  const scale = useScale(frame, wallLength(wall), plan.height)
  const { hands, point } = useHands(room.id)
  const chosen = placed.filter(({ id }) => chosenIds.has(id))
  const onWall = placed.filter((hanging) => hanging.wall === wall.id)
  const problems = checkHanging(plan, shownHangings(state.model))
  const wrong = new Set(problems.flatMap(({ hangings }) => hangings))

  const nameOf = (id: string) => {
    const index = plan.walls.findIndex((one) => one.id === id)
    const one = plan.walls[index]
    return t.wallName(index + 1, (one ? wallLength(one) : 0).toFixed(1))
  }
  const showWall = (id: string) => {
    setWallId(id)
    setSaid(nameOf(id))
  }
  const turnTo = (by: 1 | -1) => {
    const index = plan.walls.findIndex(({ id }) => id === wall.id)
    const next = plan.walls[(index + by + plan.walls.length) % plan.walls.length]
    if (next) showWall(next.id)
    frame.current?.focus()
  }

  const { tools, hang, toWall, drop, takeDown, tell } = hangingActs({
    ...{ desk, plan, wall, placed, chosen, locale },
    showWall: setWallId,
    choose: setChosenIds,
    say: setSaid,
    focusWall: () => frame.current?.focus(),
  })
  const { drag, hold, carry, metresOf } = useDrag({
    plan,
    wall,
    scale,
    drawing,
    onWall,
    doesSnap,
    onDrop: drop,
    onPoint: (along, height, holding) => point({ wall: wallId, along, height, holding }),
  })

  const choose = (id: string | null, isAdding: boolean) => {
    if (id === null) return setChosenIds(new Set())
    if (!isAdding) return setChosenIds(new Set([id]))
    const next = new Set(chosenIds)
    if (!next.delete(id)) next.add(id)
    setChosenIds(next)
  }
  const holdWork = (event: PointerEvent, hanging: (typeof placed)[number]) => {
    const isAdding = event.shiftKey || event.ctrlKey || event.metaKey
    if (isAdding || !chosenIds.has(hanging.id)) choose(hanging.id, isAdding)
    if (!mayEdit || isAdding) return
    hold(event, hanging, chosenIds.has(hanging.id) ? chosen.filter((one) => one.wall === hanging.wall) : [hanging])
  }
  const onKey = (event: KeyboardEvent) => {
    const focused = (event.target as Element).closest<SVGGElement>('[data-hanging]')?.dataset.hanging ?? null
    answerKey(event, {
      turn: turnTo,
      letGo: () => setChosenIds(new Set()),
      chooseAll: () => setChosenIds(new Set(onWall.map(({ id }) => id))),
      ...(mayEdit && {
        onLine: tools.onLine,
        space: tools.space,
        takeDown,
        move: (dx, dy) => {
          if (focused && !chosenIds.has(focused)) return choose(focused, false)
          tools.nudge(dx, dy)
          tell()
        },
      }),
    })
  }

  useUndoKeys({ undo: () => desk.undo(), redo: () => desk.redo() })
  const can = (isPossible: boolean, act: () => void) => (mayEdit && isPossible ? act : null)
  const titles = state.leftAlone.map(({ work }) => work.title[locale]).join(t.between)
  return (
    <div className="page pt-6 lg:pt-8">
      <PlanHeader room={room} save={state.save} hands={hands} chosen={chosen} />
      {room.exhibition.isOwnRoom && <p className="mb-3 max-w-measure text-small text-secondary">{t.ownRoom}</p>}
      {!mayEdit && <p className="mb-3 text-small text-secondary">{t.readOnly}</p>}
      <LostWishes lost={state.lost} onDecide={(one, isWanted) => desk.decide(one, isWanted)} />
      {titles && <p className="mb-3 border-l-2 border-ink pl-4 text-small">{t.leftAlone(titles)}</p>}
      <FormProblem error={state.problem} />
      <div className="grid gap-x-8 gap-y-6 lg:grid-cols-[17rem_minmax(0,1fr)]">
        <div className="min-w-0">
          <Toolbar
            actions={{
              undo: can(state.past.length > 0, () => desk.undo()),
              redo: can(state.future.length > 0, () => desk.redo()),
              onLine: can(onWall.length > 0, tools.onLine),
              alignTops: can(chosen.length > 1, () => tools.align('top')),
              alignBottoms: can(chosen.length > 1, () => tools.align('bottom')),
              space: can(onWall.length > 0, tools.space),
              takeDown: can(chosen.length > 0, takeDown),
            }}
            doesSnap={doesSnap}
            onSnap={setSnap}
          />
          <Elevation
            plan={plan}
            wall={wall}
            wallName={nameOf(wall.id)}
            title={room.exhibition.title}
            works={onWall}
            chosen={chosenIds}
            wrong={wrong}
            drag={drag}
            hands={hands}
            scale={scale}
            locale={locale}
            frame={frame}
            drawing={drawing}
            onHold={holdWork}
            onToggle={choose}
            onKey={onKey}
            onPointerMove={(event) => {
              if (drag) return
              const [along, height] = metresOf(event.clientX, event.clientY)
              point({ wall: wall.id, along, height, holding: null })
            }}
          />
          <WallTurner name={nameOf(wall.id)} onTurn={turnTo} />
          <div className="mt-4 grid gap-x-8 gap-y-6 border-t pt-4 sm:grid-cols-2 xl:grid-cols-3">
            <section aria-label={t.plan}>
              <h2 className="mb-2 text-label text-secondary">{t.plan}</h2>
              <PlanView
                plan={plan}
                hangings={placed}
                wallId={wall.id}
                chosen={chosenIds}
                label={t.planHelp}
                nameOf={nameOf}
                onWall={showWall}
              />
            </section>
            <section aria-label={t.inspector}>
              <h2 className="mb-2 text-label text-secondary">{t.inspector}</h2>
              <Inspector
                chosen={chosen}
                walls={plan.walls.filter(({ isHanging }) => isHanging).map(({ id }) => ({ id, name: nameOf(id) }))}
                mayEdit={mayEdit}
                onPlace={(place) => chosen[0] && tools.place(chosen[0], place)}
                onWall={(id) => toWall(chosen, id)}
              />
            </section>
            <RoomFigures
              placed={placed}
              stranded={strandedHangings(state.model)}
              problems={problems}
              onTakeDown={mayEdit ? tools.takeOff : null}
              onChoose={(id) => {
                const hanging = placed.find((one) => one.id === id)
                if (hanging) setWallId(hanging.wall)
                setChosenIds(new Set([id]))
              }}
            />
          </div>
        </div>
        <div className="min-h-0 lg:order-first lg:h-[calc(38vh+21rem)]">
          <DepotList
            roomId={room.id}
            isOwnRoom={room.exhibition.isOwnRoom}
            first={depot}
            hung={new Set(placed.map(({ artwork }) => artwork.id))}
            mayEdit={mayEdit}
            onCarry={carry}
            onHang={(work) => hang(work, wall.id, null)}
            onGoTo={(work) => {
              const hanging = placed.find(({ artwork }) => artwork.id === work.id)
              if (!hanging) return
              setWallId(hanging.wall)
              setChosenIds(new Set([hanging.id]))
            }}
          />
        </div>
      </div>
      <p role="status" className="sr-only" data-testid="hanging-said">
        {said}
      </p>
      <CarriedPicture drag={drag} />
    </div>
  )
}

/** The wall with this id, else the first on which something may hang. */
function wallOf(plan: Plan, id: string | null): Wall {
  const wall = findWall(plan, id ?? '') ?? plan.walls.find(({ isHanging }) => isHanging) ?? plan.walls[0]
  if (!wall) throw new Error('a room without walls')
  return wall
}
