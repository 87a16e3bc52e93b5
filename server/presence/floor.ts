import { mostSeen, type ReactionKind } from '@/lib/contracts/presence'
import { type Cell, divide } from './divide'
import type { FloorPlan } from './floor-plan'
import { type Group, look, newGroup } from './group'
import type { Guest } from './guest'

/** Guides whom everybody in the exhibition sees, however far away. */
const mostGuides = 4
/** Cells of one gallery room whose people are looked through for the nearest. */
const cellsAround = 5
/** A crowd is divided anew so often, ms, while people come and go and while they only walk: who changes cells is told a whole cell. */
const divideEvery = { comingMs: 700, walkingMs: 2_000 } as const

interface Reaction {
  artworkId: string
  kind: ReactionKind
  count: number
}

/**
 * Everybody in one exhibition, as one process knows it, in groups that hear the same: all of them together while they are few, the
 * cells of each gallery room when they are many.
 */
export class Floor {
  readonly guests = new Map<string, Guest>()
  readonly groups = new Map<string, Group>()
  /** People of other processes, told or not, by process. */
  readonly elsewhere = new Map<string, { count: number; heardAt: number }>()
  /** Not told yet, by work and kind; and those of this process that others have not been told yet. */
  readonly reactions = new Map<string, Reaction>()
  readonly reactionsForOthers = new Map<string, Reaction>()
  private isChanged = false
  private dividedAt = Number.NEGATIVE_INFINITY

  constructor(public plan: FloorPlan) {}

  /** Somebody came or went whom the groups do not show yet. */
  get isWaiting(): boolean {
    return this.isChanged
  }

  /** Visitors of this process. */
  ownCount = 0

  /** Visitors of all processes. */
  get count(): number {
    let count = this.ownCount
    for (const other of this.elsewhere.values()) count += other.count
    return count
  }

  add(guest: Guest): void {
    this.guests.set(guest.id, guest)
    if (guest.listener) this.ownCount++
    this.isChanged = true
  }

  remove(guest: Guest): void {
    if (!this.guests.delete(guest.id)) return
    this.isChanged = true
    if (guest.listener) this.ownCount--
    if (guest.group) guest.listener?.leave(guest.group.channel)
    guest.group = null
  }

  /** Notes which gallery room somebody stands in now; between two rooms they are still in the one they left. */
  enterRoom(guest: Guest): void {
    const room = this.plan.roomAt(guest.x, guest.z)
    if (room >= 0) guest.room = room
  }

  /** `isOwn`: it happened in this process, and others are to hear of it. */
  react(artworkId: string, kind: ReactionKind, count: number, isOwn = false): void {
    for (const reactions of isOwn ? [this.reactions, this.reactionsForOthers] : [this.reactions]) {
      const key = `${artworkId} ${kind}`
      const before = reactions.get(key)?.count ?? 0
      reactions.set(key, { artworkId, kind, count: before + count })
    }
  }

  /** Puts everybody into groups, where that may have changed, and stops between them. `now`: ms. */
  *regroup(now: number): Generator<void> {
    const isCrowd = this.guests.size > mostSeen
    if (!isCrowd && !this.isChanged) return
    if (isCrowd && now - this.dividedAt < (this.isChanged ? divideEvery.comingMs : divideEvery.walkingMs)) return
    this.isChanged = false
    this.dividedAt = now
    const everybody = [...this.guests.values()]
    const guides = everybody.filter((guest) => guest.isGuide).slice(0, mostGuides)
    const kept = new Set<string>()
    for (const [room, people] of isCrowd ? byRoom(everybody) : [[null, everybody] as const]) {
      // Smaller than what one sees, so that there is room for those beyond the cell's edge.
      const cells = divide(people, isCrowd ? mostSeen * 0.8 : mostSeen)
      yield
      const middles = cells.map(middleOf)
      for (const [index, cell] of cells.entries()) {
        const group = this.groupOf(`${room ?? 'all'}-${cell.name}`, room)
        kept.add(group.name)
        this.fill(group, cell.people)
        look(group, new Set([...nearest(index, cells, middles), ...guides]))
        yield
      }
    }
    for (const name of [...this.groups.keys()]) if (!kept.has(name)) this.groups.delete(name)
  }

  private groupOf(name: string, room: number | null): Group {
    const present = this.groups.get(name)
    if (present) return present
    const group = newGroup(name, `hall:${this.plan.exhibitionId}:${name}`, room)
    this.groups.set(name, group)
    return group
  }

  private fill(group: Group, people: Guest[]): void {
    group.listeners = people.filter((guest) => guest.listener && this.guests.has(guest.id))
    for (const guest of group.listeners) {
      if (guest.group === group) continue
      if (guest.group) guest.listener?.leave(guest.group.channel)
      guest.listener?.join(group.channel)
      guest.group = group
      group.newcomers.push(guest)
    }
  }
}

function byRoom(guests: Guest[]): Map<number, Guest[]> {
  const rooms = new Map<number, Guest[]>()
  for (const guest of guests) {
    const people = rooms.get(guest.room) ?? []
    people.push(guest)
    rooms.set(guest.room, people)
  }
  return rooms
}

interface Middle {
  x: number
  z: number
}

/** The cell's own people, and as many of the cells around it as one may see. */
function nearest(index: number, cells: Cell<Guest>[], middles: Middle[]): Guest[] {
  const { people } = cells[index] as Cell<Guest>
  if (cells.length === 1) return people
  const { x, z } = middles[index] as Middle
  const far = (at: Middle) => (at.x - x) ** 2 + (at.z - z) ** 2
  const around: number[] = []
  const distances = middles.map(far)
  const distance = (other: number) => distances[other] as number
  for (let other = 0; other < cells.length; other++) {
    if (other === index) continue
    if (around.length === cellsAround && distance(other) >= distance(around[cellsAround - 1] as number)) continue
    around.push(other)
    around.sort((a, b) => distance(a) - distance(b))
    around.length = Math.min(around.length, cellsAround)
  }
  const outside = around.flatMap((other) => cells[other]?.people ?? []).sort((a, b) => far(a) - far(b))
  return [...people, ...outside.slice(0, mostSeen - people.length)]
}

function middleOf({ people }: Cell<Guest>): Middle {
  const middle = { x: 0, z: 0 }
  for (const { x, z } of people) {
    middle.x += x / people.length
    middle.z += z / people.length
  }
  return middle
}
