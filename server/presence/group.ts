import type { Figure, FigureStep } from '@/lib/contracts/presence'
import { figureOf, type Guest, stepOf } from './guest'

/** Those who hear the same: the people of one cell of one gallery room, and whom they see. */
export interface Group {
  readonly name: string
  /** The Socket.IO room that they are in. */
  readonly channel: string
  /** Index of the gallery room; null while the exhibition is empty enough to be one group. */
  readonly room: number | null
  listeners: Guest[]
  seen: Set<Guest>
  /** Told with the next news. */
  appeared: Guest[]
  gone: string[]
  /** Came into this group since the last news: they are told everything. */
  newcomers: Guest[]
}

export interface GroupNews {
  here: Figure[]
  moved: FigureStep[]
  gone: string[]
}

export function newGroup(name: string, channel: string, room: number | null): Group {
  return { name, channel, room, listeners: [], seen: new Set(), appeared: [], gone: [], newcomers: [] }
}

/** Sets whom the group sees, and notes who that brings and takes away. */
export function look(group: Group, seen: Set<Guest>): void {
  for (const guest of seen) if (!group.seen.has(guest)) group.appeared.push(guest)
  for (const guest of group.seen) if (!seen.has(guest)) group.gone.push(guest.id)
  group.seen = seen
}

/** What its listeners have to be told of a round; null for nothing. */
export function newsOf(group: Group, round: number): GroupNews | null {
  const appeared = new Set(group.appeared)
  const moved: FigureStep[] = []
  for (const guest of group.seen) if (guest.toldIn === round && !appeared.has(guest)) moved.push(stepOf(guest))
  const here = [...appeared].map(figureOf)
  const { gone } = group
  group.appeared = []
  group.gone = []
  return here.length + moved.length + gone.length > 0 ? { here, moved, gone } : null
}
