import { randomBytes } from 'node:crypto'
import type { EnterHall } from '@/lib/contracts/presence'
import { readViewer } from '@/server/accounts/read-viewer'
import { fail } from '@/server/platform/errors'
import { company } from './company'
import { Floor } from './floor'
import type { FloorPlan } from './floor-plan'
import { type Guest, type Listener, stand } from './guest'
import { mayGuide } from './may-guide'
import { readFloorPlan } from './read-floor-plan'
import { unsettle } from './tell-rounds'

export interface Entered {
  floor: Floor
  guest: Guest
}

/**
 * Puts somebody on the floor of an exhibition that they may enter. Which gallery room and which cell they are in follows from where
 * they stand, so no room can be guessed. `isStillWanted`: whether the socket is still there once everything has been read.
 *
 * @throws {HouseError} not_found for an exhibition that they may not enter, invalid_request for a place outside it, forbidden for
 * guiding where they may not (see mayGuide)
 */
export async function enterHall(
  wish: EnterHall,
  personId: string | null,
  listener: Listener,
  isStillWanted: () => boolean,
): Promise<Entered | null> {
  const plan = (await readFloorPlan(wish.exhibition, personId)) ?? fail('not_found')
  const [x, z] = wish.at
  if (!plan.isWithin(x, z)) fail('invalid_request', { fields: { at: 'outside' } })
  const { name, isGuide } = await readRole(wish, personId, plan)
  if (!isStillWanted()) return null
  const { floors } = company()
  const floor = floors.get(plan.exhibitionId) ?? new Floor(plan)
  floor.plan = plan
  floors.set(plan.exhibitionId, floor)
  const guest: Guest = {
    id: randomBytes(6).toString('base64url'),
    name,
    isGuide,
    listener,
    process: null,
    ...{ x: 0, z: 0, yaw: 0, room: Math.max(0, plan.roomAt(x, z)) },
    ...{ group: null, hasMoved: false, toldIn: 0, hasMovedForOthers: false },
  }
  stand(guest, wish.at)
  floor.add(guest)
  unsettle(floor)
  return { floor, guest }
}

/** Names come from the account, never from the browser: nobody walks about under another's. */
async function readRole(
  { showsName, guides }: EnterHall,
  personId: string | null,
  { exhibitionId }: FloorPlan,
): Promise<{ name: string; isGuide: boolean }> {
  if (!personId) return guides ? fail('forbidden') : { name: '', isGuide: false }
  if (!showsName && !guides) return { name: '', isGuide: false }
  const viewer = await readViewer(personId)
  if (guides && !(await mayGuide(viewer, exhibitionId))) fail('forbidden')
  const name = showsName && !viewer.isGuest ? [...viewer.name].slice(0, 40).join('') : ''
  return { name, isGuide: guides }
}
