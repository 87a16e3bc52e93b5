import { type ProcessNews, processNewsSchema } from '@/lib/contracts/presence'
import { readTolerantly } from '@/lib/contracts/tolerant'
import { type Company, company } from './company'
import type { Floor } from './floor'
import { figureOf, type Guest, stand, stepOf } from './guest'
import { unsettle } from './tell-rounds'

/** How often processes tell each other of steps, and of everybody whether or not they moved, ms. */
const every = { stepsMs: 250, wholeMs: 2_000 } as const
/** A process that has been silent for so long, ms, is gone, and its people with it. */
export const silentMs = 7_000
/** Visitors of one gallery room of whom other processes are told: about as many as anybody there would see. */
const mostOfARoom = 24
/** People in one message: it has to fit into one notice of PostgreSQL (8,000 bytes), which is written to no table. */
const mostInAMessage = 30
/** Messages of this process in each interval, whatever happens in its halls. */
const mostMessages = 12

/** What was told of a floor. */
interface Told {
  people: Set<Guest>
  wholeAt: number
}
const told = new WeakMap<Floor, Told>()

/** Starts telling other processes of this one's visitors, and hearing of theirs. */
export function startExchange(): void {
  const present = company()
  const { io } = present
  if (!io) return
  io.on('presence:news', (raw) => hear(present, raw))
  const exchanging = setInterval(() => {
    if (present.io === io) exchange(present, performance.now())
    else clearInterval(exchanging)
  }, every.stepsMs)
  exchanging.unref()
}

function exchange(present: Company, now: number): void {
  let left = mostMessages
  // Those first that were told of longest ago.
  const floors = [...present.floors.values()].sort((a, b) => (told.get(a)?.wholeAt ?? 0) - (told.get(b)?.wholeAt ?? 0))
  for (const floor of floors) {
    forgetSilent(floor, now)
    const messages = left > 0 ? messagesOf(present, floor, now) : []
    for (const message of messages) present.io?.serverSideEmit('presence:news', message)
    left -= messages.length
  }
}

function messagesOf(present: Company, floor: Floor, now: number): ProcessNews[] {
  const before = told.get(floor) ?? { people: new Set(), wholeAt: Number.NEGATIVE_INFINITY }
  const isWhole = now - before.wholeAt > every.wholeMs
  // Nobody else is here, so nobody else wants to know of every step.
  if (!isWhole && floor.elsewhere.size === 0) {
    floor.reactionsForOthers.clear()
    return []
  }
  const people = new Set(delegates(floor))
  const here = [...people].filter((guest) => isWhole || !before.people.has(guest)).map(figureOf)
  const isStep = (guest: Guest) => !isWhole && guest.hasMovedForOthers && before.people.has(guest)
  const moved = [...people].filter(isStep).map(stepOf)
  const gone = [...before.people].filter((guest) => !people.has(guest)).map(({ id }) => id)
  for (const guest of people) guest.hasMovedForOthers = false
  told.set(floor, { people, wholeAt: isWhole ? now : before.wholeAt })
  const reactions = [...floor.reactionsForOthers.values()].map(
    ({ artworkId, kind, count }): ProcessNews['reactions'][number] => [artworkId, kind, count],
  )
  floor.reactionsForOthers.clear()
  if (!isWhole && here.length + moved.length + gone.length + reactions.length === 0) return []
  const common = { process: present.process, exhibitionId: floor.plan.exhibitionId, count: floor.ownCount }
  const first = { ...common, isWhole, here: here.slice(0, mostInAMessage), gone: isWhole ? [] : gone.slice(0, 200) }
  const messages: ProcessNews[] = [
    { ...first, moved: moved.slice(0, mostInAMessage), reactions: reactions.slice(0, mostInAMessage) },
  ]
  for (let from = mostInAMessage; from < Math.max(here.length, moved.length); from += mostInAMessage) {
    const to = from + mostInAMessage
    const rest = { here: here.slice(from, to), moved: moved.slice(from, to), gone: [], reactions: [] }
    messages.push({ ...common, isWhole: false, ...rest })
  }
  return messages
}

/** This process' visitors of whom others are told: some of each gallery room, and every guide. */
function* delegates(floor: Floor): Generator<Guest> {
  const counts = new Map<number, number>()
  for (const guest of floor.guests.values()) {
    if (!guest.listener) continue
    const count = (counts.get(guest.room) ?? 0) + 1
    counts.set(guest.room, count)
    if (guest.isGuide || count <= mostOfARoom) yield guest
  }
}

function hear(present: Company, raw: unknown): void {
  const news = readTolerantly(processNewsSchema, raw).data
  if (!news || news.process === present.process) return
  noteCount(present, news)
  const floor = present.floors.get(news.exhibitionId)
  if (!floor) return
  const isNew = !floor.elsewhere.has(news.process)
  if (news.count === 0) floor.elsewhere.delete(news.process)
  else floor.elsewhere.set(news.process, { count: news.count, heardAt: performance.now() })
  const owner = (id: string) => floor.guests.get(id)?.process
  const named = new Set(news.here.map(([id]) => id))
  for (const guest of [...floor.guests.values()]) {
    const isOver = news.isWhole && !named.has(guest.id)
    if (guest.process === news.process && (isOver || news.gone.includes(guest.id))) floor.remove(guest)
  }
  for (const [id, x, z, yaw, name, isGuide] of news.here) {
    if (!floor.guests.has(id)) floor.add(stranger({ id, name, isGuide, process: news.process }))
    else if (owner(id) !== news.process) continue
    move(floor, id, [x, z, yaw])
  }
  for (const [id, x, z, yaw] of news.moved) if (owner(id) === news.process) move(floor, id, [x, z, yaw])
  for (const [artworkId, kind, count] of news.reactions) floor.react(artworkId, kind, count)
  // They shall know of ours at once, and not with the next heartbeat only.
  if (isNew && news.count > 0) told.delete(floor)
  unsettle(floor)
}

function noteCount({ elsewhere }: Company, { exhibitionId, process, count }: ProcessNews): void {
  const counts = elsewhere.get(exhibitionId) ?? new Map()
  if (count > 0) elsewhere.set(exhibitionId, counts.set(process, { count, heardAt: performance.now() }))
  else if (counts.delete(process) && counts.size === 0) elsewhere.delete(exhibitionId)
}

function stranger(from: { id: string; name: string; isGuide: boolean; process: string }): Guest {
  const nowhere = { x: 0, z: 0, yaw: 0, room: 0, group: null }
  return { ...from, listener: null, ...nowhere, hasMoved: false, toldIn: 0, hasMovedForOthers: false }
}

function move(floor: Floor, id: string, pose: [number, number, number]): void {
  const guest = floor.guests.get(id)
  if (!guest || (guest.x === pose[0] && guest.z === pose[1] && guest.yaw === pose[2])) return
  stand(guest, pose)
  floor.enterRoom(guest)
}

function forgetSilent(floor: Floor, now: number): void {
  for (const [process, { heardAt }] of floor.elsewhere) {
    if (now - heardAt < silentMs) continue
    floor.elsewhere.delete(process)
    for (const guest of [...floor.guests.values()]) if (guest.process === process) floor.remove(guest)
    unsettle(floor)
  }
}

/** Tells that nobody of this process is on the floor any more. */
export function tellDeparture(floor: Floor): void {
  const { process, io } = company()
  if (floor.elsewhere.size === 0) return
  const nobody = { isWhole: true, count: 0, here: [], moved: [], gone: [], reactions: [] }
  io?.serverSideEmit('presence:news', { process, exhibitionId: floor.plan.exhibitionId, ...nobody })
}
