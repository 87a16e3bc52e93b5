import type { ChangeHangingsAnswer, HangingChange } from '@/lib/contracts/desk-hanging'
import { planSchema } from '@/lib/hanging/plan'
import type { Viewer } from '@/server/accounts/viewer'
import { tags } from '@/server/cache/tags'
import { presentStatus } from '@/server/exhibitions/exhibition-card'
import { lightSoon } from '@/server/light/light-soon'
import { db, type Transaction } from '@/server/platform/db'
import { fail } from '@/server/platform/errors'
import { announceRoom } from '@/server/realtime/announce'
import { applyHangingChange, type RoomState } from './apply-hanging-change'
import { holdRoomToHang } from './hold-room'
import { nameConflicts } from './name-conflicts'
import { noteChange } from './note-change'
import { publishWorks } from './publish-works'
import { readDeskRoom } from './read-room'

/**
 * Hangs, moves and takes down works in one room. Each change is made if its work still is as its curator saw it, and told as a conflict
 * otherwise; those of others are not touched by that. Sent twice, a change is made once. While the exhibition is announced or open,
 * a room is not filled beyond its budget.
 *
 * @throws {HouseError} as requireDeskAction; invalid_request for a wall that the room does not have
 */
export async function changeHangings(
  { roomId, changes }: { roomId: string; changes: HangingChange[] },
  viewer: Viewer | null,
): Promise<ChangeHangingsAnswer> {
  const { conflicts, hasChanged, toLight } = await db.$transaction((tx) => apply(roomId, changes, viewer, tx))
  if (hasChanged) await announceRoom(roomId)
  if (toLight) lightSoon(toLight)
  return { conflicts, room: await readDeskRoom(roomId, viewer) }
}

async function apply(roomId: string, changes: HangingChange[], viewer: Viewer | null, tx: Transaction) {
  const { curator, exhibitionId, isOwnRoom } = await holdRoomToHang(roomId, viewer, tx)
  const state = { ...(await readState(roomId, exhibitionId, curator, tx)), isOwnRoom }
  const walls = new Set(state.plan.walls.map(({ id }) => id))
  if (changes.some(({ place }) => place && !walls.has(place.wall)))
    fail('invalid_request', { fields: { wall: 'unknown' } })
  for (const change of changes) await applyHangingChange(change, state, tx)
  const { hung, moved, taken } = state.done
  const hasChanged = hung.length + moved.length + taken.length > 0
  if (hasChanged) {
    const published = state.isOpen ? await publishWorks(exhibitionId, tx) : []
    const also = [...published, ...[...hung, ...taken].map(tags.artwork)]
    const detail = { roomId, hung, moved, taken }
    await noteChange({ exhibitionId, actorId: curator.id, what: 'hung', detail, also }, tx)
  }
  const toLight = hasChanged && state.isShown ? exhibitionId : null
  return { conflicts: await nameConflicts(exhibitionId, state.conflicts, tx), hasChanged, toLight }
}

async function readState(roomId: string, exhibitionId: string, curator: Viewer, tx: Transaction) {
  const room = await tx.room.findUniqueOrThrow({
    where: { id: roomId },
    select: {
      plan: true,
      exhibition: { select: { status: true, opensAt: true, closesAt: true } },
      hangings: { include: { artwork: { select: { picture: { select: { width: true, height: true } } } } } },
    },
  })
  const status = presentStatus(room.exhibition, new Date())
  const hangings = room.hangings.map(({ artwork, ...hanging }) => ({ ...hanging, picture: artwork.picture }))
  return {
    roomId,
    exhibitionId,
    curator,
    plan: planSchema.parse(room.plan),
    isOpen: status === 'OPEN',
    isShown: status === 'OPEN' || status === 'SCHEDULED',
    hangings: new Map(hangings.map((hanging) => [hanging.id, hanging])),
    done: { hung: [], moved: [], taken: [] },
    conflicts: [],
  } satisfies Omit<RoomState, 'isOwnRoom'>
}
