import { type EnterAnswer, enterHallSchema, floorPoseSchema, reactSchema } from '@/lib/contracts/presence'
import { HouseError } from '@/server/platform/errors'
import { logger } from '@/server/platform/logger'
import type { GallerySocket } from '@/server/realtime/create-io'
import { enterHall } from './enter-hall'
import { stand } from './guest'
import { leaveHall } from './leave-hall'
import { unsettle } from './tell-rounds'

/** What one socket may do in so many ms. */
const limits = { enter: { most: 10, inMs: 10_000 }, react: { most: 6, inMs: 3_000 } } as const

/** Whether one more fits into the limit; counts it. */
function isAllowed(socket: GallerySocket, kind: keyof typeof limits): boolean {
  const { most, inMs } = limits[kind]
  socket.data.spent ??= {}
  const now = performance.now()
  const before = socket.data.spent[kind]
  const spent = before && now < before.endsAt ? before : { count: 0, endsAt: now + inMs }
  socket.data.spent[kind] = spent
  return ++spent.count <= most
}

async function enter(this: GallerySocket, raw: unknown, acknowledge: unknown): Promise<void> {
  const reply = (answer: EnterAnswer) => typeof acknowledge === 'function' && acknowledge(answer)
  const wish = enterHallSchema.safeParse(raw)
  if (!wish.success) return void reply({ ok: false, code: 'invalid_request' })
  if (!isAllowed(this, 'enter')) return void reply({ ok: false, code: 'too_many_requests' })
  const entering = {}
  leaveHallOf.call(this)
  this.data.entering = entering
  try {
    const isStillWanted = () => this.connected && this.data.entering === entering
    const entered = await enterHall(wish.data, this.data.personId, this, isStillWanted)
    if (!entered) return void reply({ ok: false, code: 'conflict' })
    this.data.inHall = entered
    reply({ ok: true, id: entered.guest.id })
  } catch (error) {
    if (!(error instanceof HouseError)) logger.warn({ err: error }, 'presence')
    reply({ ok: false, code: error instanceof HouseError ? error.code : 'unavailable' })
  }
}

function move(this: GallerySocket, raw: unknown): void {
  const { inHall } = this.data
  if (!inHall) return
  const pose = floorPoseSchema.safeParse(raw)
  if (!pose.success || !inHall.floor.plan.isWithin(pose.data[0], pose.data[1])) return
  stand(inHall.guest, pose.data)
  inHall.floor.enterRoom(inHall.guest)
  unsettle(inHall.floor)
}

function react(this: GallerySocket, raw: unknown): void {
  const { inHall } = this.data
  const wish = reactSchema.safeParse(raw)
  if (!inHall || !wish.success || !isAllowed(this, 'react')) return
  if (!inHall.floor.plan.works.has(wish.data.artworkId)) return
  inHall.floor.react(wish.data.artworkId, wish.data.kind, 1, true)
  unsettle(inHall.floor)
}

/** Takes somebody out of the hall that they are seen in, if any. */
export function leaveHallOf(this: GallerySocket): void {
  const { inHall } = this.data
  this.data.inHall = undefined
  this.data.entering = undefined
  if (inHall) leaveHall(inHall)
}

/** Answers to a browser's wishes about being seen. Everything here is in memory: no step is ever written down. */
export const presenceHandlers = {
  'presence:enter': enter,
  'presence:move': move,
  'presence:react': react,
  'presence:leave': leaveHallOf,
}
