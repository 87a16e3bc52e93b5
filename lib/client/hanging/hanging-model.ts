import type { DeskWork } from '@/lib/contracts/desk'
import type { DeskHanging, DeskPlace, DeskRoom, HangingChange, HangingConflict } from '@/lib/contracts/desk-hanging'
import { toMillimetre } from '@/lib/hanging/arrange'
import { placeHangings } from '@/lib/hanging/place-hangings'

/** Where one hanging shall be; null: off the walls. */
export interface Wish {
  hangingId: string
  work: DeskWork
  place: DeskPlace | null
  /** It stays where the house had laid it out; a place of its own keeps it there while its neighbours are moved. */
  isPin?: boolean
}

interface PendingWish extends Wish {
  /** The version that the wish was made on; null: the one that comes of the wish before it, which is under way. */
  base: number | null
}

/** What the house has, what it is being told, and what it shall be told next. Immutable. */
export interface HangingModel {
  room: DeskRoom
  sending: ReadonlyMap<string, PendingWish>
  waiting: ReadonlyMap<string, PendingWish>
}

/** A wish that was not granted because somebody else was first. */
export interface LostWish extends Wish {
  reason: HangingConflict['reason']
  by: string | null
}

export const openModel = (room: DeskRoom): HangingModel => ({ room, sending: new Map(), waiting: new Map() })

/** What the walls look like with everything that was wished so far. */
export function shownHangings({ room, sending, waiting }: HangingModel): DeskHanging[] {
  const shown = new Map(room.hangings.map((hanging) => [hanging.id, hanging]))
  for (const [id, { work, place }] of [...sending, ...waiting]) {
    const present = shown.get(id)
    if (place === null) shown.delete(id)
    else if (present) shown.set(id, { ...present, ...place })
    else shown.set(id, { id, version: 1, slot: Number.MAX_SAFE_INTEGER, artwork: work, ...place })
  }
  return [...shown.values()]
}

/** A hanging where it is seen, whoever put it there. */
export interface PlacedHanging extends DeskPlace {
  id: string
  artwork: DeskWork
  /** The house laid it out by its slot; nobody has put it there. */
  isAutomatic: boolean
}

/** Where everything is seen, in walking order. What has no wall any more is left out. */
export function placedHangings(model: HangingModel): PlacedHanging[] {
  return placeHangings(model.room.plan, shownHangings(model)).map(({ hanging, along, y }) => ({
    id: hanging.id,
    artwork: hanging.artwork,
    wall: hanging.wall,
    along: toMillimetre(along),
    centreHeight: toMillimetre(y),
    isAutomatic: hanging.along === null,
  }))
}

/** Hangings whose wall the plan has no more: nobody sees them, but they are there until they are taken down. */
export function strandedHangings(model: HangingModel): PlacedHanging[] {
  const placed = new Set(placedHangings(model).map(({ id }) => id))
  const stranded = shownHangings(model).filter(({ id }) => !placed.has(id))
  return stranded.map(({ id, artwork, wall, along, centreHeight }) => {
    return { id, artwork, wall, along: along ?? 0, centreHeight: centreHeight ?? 0, isAutomatic: false }
  })
}

/** Adds wishes; a later one for the same hanging replaces an earlier one that was not sent yet. */
export function wish(model: HangingModel, wishes: Wish[]): HangingModel {
  const waiting = new Map(model.waiting)
  for (const one of wishes) {
    const before = waiting.get(one.hangingId)
    const fresh = model.sending.has(one.hangingId) ? null : versionOf(model, one)
    waiting.set(one.hangingId, { ...one, base: before ? before.base : fresh })
  }
  return { ...model, waiting }
}

const versionOf = ({ room }: HangingModel, { hangingId }: Wish) =>
  room.hangings.find(({ id }) => id === hangingId)?.version ?? 0

/** Takes what waits under way, `most` at a time. */
export function send(model: HangingModel, most: number): { model: HangingModel; changes: HangingChange[] } {
  const entries = [...model.waiting]
  const sending = new Map(entries.slice(0, most))
  const changes = [...sending.values()].map(({ hangingId, work, place, base }) => {
    return { hangingId, artworkId: work.id, place, base: base ?? 0 }
  })
  return { model: { ...model, sending, waiting: new Map(entries.slice(most)) }, changes }
}

/** The house has answered: what it has now is the truth, and wishes that others forestalled are lost. */
export function settle(
  model: HangingModel,
  room: DeskRoom,
  conflicts: HangingConflict[],
): { model: HangingModel; lost: LostWish[] } {
  const waiting = new Map(model.waiting)
  const lost = conflicts.flatMap(({ hangingId, reason, by }): LostWish[] => {
    // What was wished last is what its curator wants to have back.
    const latest = waiting.get(hangingId) ?? model.sending.get(hangingId)
    waiting.delete(hangingId)
    return latest && !latest.isPin ? [{ hangingId, work: latest.work, place: latest.place, reason, by }] : []
  })
  const settled = { room, sending: new Map(), waiting }
  for (const [id, pending] of waiting) {
    if (pending.base === null) waiting.set(id, { ...pending, base: versionOf(settled, pending) })
  }
  return { model: settled, lost }
}

/** The house was not reached: everything waits again, on the versions it was made on. */
export function takeBack({ room, sending, waiting }: HangingModel): HangingModel {
  const again = new Map(sending)
  for (const [id, pending] of waiting) again.set(id, { ...pending, base: sending.get(id)?.base ?? pending.base })
  return { room, sending: new Map(), waiting: again }
}

/** What others did has come in; only while nothing is under way. */
export const refresh = (model: HangingModel, room: DeskRoom): HangingModel => ({ ...model, room })

export function isSamePlace(a: DeskPlace | null, b: DeskPlace | null): boolean {
  if (a === null || b === null) return a === b
  const isNear = (one: number, other: number) => Math.abs(one - other) < 0.0005
  return a.wall === b.wall && isNear(a.along, b.along) && isNear(a.centreHeight, b.centreHeight)
}
