import { setTimeout as sleep } from 'node:timers/promises'
import { paces, type Reactions } from '@/lib/contracts/presence'
import { logger } from '@/server/platform/logger'
import type { Io } from '@/server/realtime/create-io'
import { type Company, company } from './company'
import type { Floor } from './floor'
import { type Group, newsOf } from './group'
import { figureOf } from './guest'

/** Presence works for so long at a stretch and then leaves the process to others for three times as long: a quarter of it at most. */
const sliceMs = 6
const pauseMs = 3 * sliceMs
/** Reactions to one work that one round shows. */
const mostReactions = 12

/** Notes that a floor has something to tell, and sees to it that it is told with the next round. */
export function unsettle(floor: Floor): void {
  const present = company()
  present.unsettled.add(floor)
  if (present.isTelling || !present.io) return
  present.isTelling = true
  tellRounds(present, present.io).catch((error) => {
    present.isTelling = false
    logger.error({ err: error }, 'presence round')
  })
}

/** Round after round until nobody moves any more. The more there is to tell the longer a round takes, and the fewer reports are asked for. */
async function tellRounds(present: Company, io: Io): Promise<void> {
  // Those who move at the same moment share a round.
  await sleep(paces.quickestMs / 4)
  while (present.unsettled.size > 0) {
    const began = performance.now()
    const floors = [...present.unsettled]
    present.unsettled.clear()
    present.round++
    let sliceEnds = performance.now() + sliceMs
    for (const floor of floors) {
      for (const _told of tellFloor(present, io, floor)) {
        if (performance.now() < sliceEnds) continue
        await sleep(pauseMs)
        sliceEnds = performance.now() + sliceMs
      }
      if (floor.isWaiting) present.unsettled.add(floor)
    }
    const tookMs = performance.now() - began
    present.paceMs = paceAfter(present.paceMs, tookMs)
    await sleep(Math.max(sliceMs, paces.quickestMs - tookMs))
  }
  present.isTelling = false
}

/** Slower at once, quicker by and by. */
function paceAfter(paceMs: number, tookMs: number): number {
  const wanted = Math.max(tookMs, paceMs - (paceMs - tookMs) * 0.2)
  return Math.round(Math.min(paces.slowestMs, Math.max(paces.quickestMs, wanted)))
}

/** Tells one group of a floor after the other, and stops between them. */
function* tellFloor(present: Company, io: Io, floor: Floor): Generator<void> {
  yield* floor.regroup(performance.now())
  for (const guest of floor.guests.values()) {
    if (!guest.hasMoved) continue
    guest.hasMoved = false
    guest.toldIn = present.round
  }
  const shown = reactionsByRoom(floor)
  const common = { count: floor.count, paceMs: present.paceMs }
  for (const group of floor.groups.values()) {
    const news = newsOf(group, present.round)
    const newcomers = group.newcomers.splice(0)
    // Whoever is alone knows where they stand.
    const isOwnStep = group.seen.size === 1 && news?.here.length === 0 && news.gone.length === 0
    if (news && !isOwnStep && group.listeners.length > newcomers.length) {
      io.local.to(group.channel).emit('presence:near', { isWhole: false, ...news, ...common })
    }
    if (newcomers.length > 0) {
      const ids = newcomers.flatMap(({ listener }) => listener?.id ?? [])
      const here = [...group.seen].map(figureOf)
      io.local.to(ids).emit('presence:near', { isWhole: true, here, moved: [], gone: [], ...common })
    }
    tellReactions(io, group, shown)
    yield
  }
}

function tellReactions(io: Io, group: Group, shown: Map<number, Reactions['reactions']>): void {
  const reactions = group.room === null ? [...shown.values()].flat() : (shown.get(group.room) ?? [])
  if (reactions.length > 0) io.local.to(group.channel).emit('presence:reactions', { reactions })
}

function reactionsByRoom(floor: Floor): Map<number, Reactions['reactions']> {
  const rooms = new Map<number, Reactions['reactions']>()
  for (const { artworkId, kind, count } of floor.reactions.values()) {
    const room = floor.plan.works.get(artworkId)
    if (room === undefined) continue
    const reactions = rooms.get(room) ?? []
    reactions.push([artworkId, kind, Math.min(count, mostReactions)])
    rooms.set(room, reactions)
  }
  floor.reactions.clear()
  return rooms
}
