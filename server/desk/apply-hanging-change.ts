import type { DeskPlace, HangingChange, HangingConflict } from '@/lib/contracts/desk-hanging'
import { roomBudget, roomLoad } from '@/lib/hanging/budget'
import type { Plan } from '@/lib/hanging/plan'
import type { Viewer } from '@/server/accounts/viewer'
import type { Transaction } from '@/server/platform/db'
import { isAvailableFor } from './is-available-for'

interface PresentHanging {
  id: string
  artworkId: string
  version: number
  wall: string
  slot: number
  along: number | null
  centreHeight: number | null
  changedById: string | null
  picture: { width: number; height: number }
}

export interface Conflict extends Pick<HangingConflict, 'hangingId' | 'artworkId' | 'reason'> {
  /** Who changed what is there now, where that is known. */
  byId: string | null
}

/** A locked room while changes are applied to it. */
export interface RoomState {
  roomId: string
  exhibitionId: string
  curator: Viewer
  isOwnRoom: boolean
  plan: Plan
  isOpen: boolean
  isShown: boolean
  hangings: Map<string, PresentHanging>
  /** Ids of works. */
  done: { hung: string[]; moved: string[]; taken: string[] }
  conflicts: Conflict[]
}

/** Makes one change, in the database and in `state`, or notes there why it is not made. What is so already counts as made. */
export async function applyHangingChange(change: HangingChange, state: RoomState, tx: Transaction): Promise<void> {
  const present = state.hangings.get(change.hangingId)
  if (change.place === null) return takeDown(change, present, state, tx)
  return present ? move(change, change.place, present, state, tx) : hang(change, change.place, state, tx)
}

function refuse(
  { hangingId, artworkId }: HangingChange,
  reason: Conflict['reason'],
  byId: string | null,
  state: RoomState,
) {
  state.conflicts.push({ hangingId, artworkId, reason, byId })
}

async function takeDown(change: HangingChange, present: PresentHanging | undefined, state: RoomState, tx: Transaction) {
  if (!present) return
  if (present.version !== change.base) return refuse(change, 'moved', present.changedById, state)
  await tx.hanging.delete({ where: { id: present.id } })
  state.hangings.delete(present.id)
  state.done.taken.push(present.artworkId)
}

async function move(
  change: HangingChange,
  place: DeskPlace,
  present: PresentHanging,
  state: RoomState,
  tx: Transaction,
) {
  if (isAt(present, place)) return
  if (present.version !== change.base) return refuse(change, 'moved', present.changedById, state)
  const slot = present.wall === place.wall ? present.slot : nextSlot(place.wall, state)
  const moved = { ...place, slot, version: present.version + 1, changedById: state.curator.id }
  await tx.hanging.update({ where: { id: present.id }, data: moved })
  state.hangings.set(present.id, { ...present, ...moved })
  state.done.moved.push(present.artworkId)
}

async function hang(change: HangingChange, place: DeskPlace, state: RoomState, tx: Transaction) {
  const { hangingId: id, artworkId } = change
  if (change.base > 0) return refuse(change, 'taken_down', null, state)
  const other = [...state.hangings.values()].find((hanging) => hanging.artworkId === artworkId)
  if (other) return refuse(change, 'hung_already', other.changedById, state)
  const artwork = await tx.artwork.findFirst({
    where: { id: artworkId, ...isAvailableFor(state, state.curator) },
    select: { picture: { select: { width: true, height: true } } },
  })
  // An id that hangs in another room already was not made for this change.
  const isKnown = (await tx.hanging.count({ where: { id } })) > 0
  if (!artwork || isKnown) return refuse(change, 'not_available', null, state)
  if (state.isShown && !hasRoomFor(artwork.picture, state)) return refuse(change, 'over_budget', null, state)
  const made = { id, artworkId, ...place, slot: nextSlot(place.wall, state), changedById: state.curator.id }
  await tx.hanging.create({ data: { ...made, roomId: state.roomId } })
  state.hangings.set(id, { ...made, version: 1, picture: artwork.picture })
  state.done.hung.push(artworkId)
}

function hasRoomFor(picture: PresentHanging['picture'], state: RoomState): boolean {
  const load = roomLoad([picture, ...[...state.hangings.values()].map((hanging) => hanging.picture)])
  return load.works <= roomBudget.works && load.textureBytes <= roomBudget.textureBytes
}

function isAt(present: PresentHanging, place: DeskPlace): boolean {
  const isNear = (a: number | null, b: number) => a !== null && Math.abs(a - b) < 0.0005
  return (
    present.wall === place.wall &&
    isNear(present.along, place.along) &&
    isNear(present.centreHeight, place.centreHeight)
  )
}

/** Slots stay unique on a wall, though a work that was put somewhere does not hang by its slot. */
function nextSlot(wall: string, state: RoomState): number {
  const slots = [...state.hangings.values()].filter((hanging) => hanging.wall === wall).map(({ slot }) => slot)
  return Math.max(-1, ...slots) + 1
}
