import { deskChannel, followRoomSchema, pointingSchema } from '@/lib/contracts/realtime'
import { readViewer } from '@/server/accounts/read-viewer'
import { requireRoomAction } from '@/server/desk/require-desk-action'
import { db } from '@/server/platform/db'
import { HouseError } from '@/server/platform/errors'
import { answer } from './answer'
import type { GallerySocket } from './create-io'

/** The code of the refusal, or the curator's name. */
async function enter(roomId: string, personId: string | null): Promise<{ refusal: string } | { name: string }> {
  const room = await db.room.findUnique({ where: { id: roomId }, select: { exhibitionId: true } })
  if (!personId || !room) return { refusal: 'not_found' }
  try {
    const viewer = await readViewer(personId)
    await requireRoomAction(room.exhibitionId, 'look', viewer, db)
    return { name: viewer.name }
  } catch (thrown) {
    if (thrown instanceof HouseError) return { refusal: thrown.code }
    throw thrown
  }
}

/** Leaves a room of the desk, if this socket is in it. */
function leave(socket: GallerySocket, roomId: string): void {
  if (!socket.data.atDesk?.delete(roomId)) return
  socket.to(deskChannel(roomId)).emit('desk:hand-gone', { roomId, hand: socket.id })
  void socket.leave(deskChannel(roomId))
}

function leaveAll(this: GallerySocket): void {
  for (const roomId of [...(this.data.atDesk?.keys() ?? [])]) leave(this, roomId)
}

/** Leaves those rooms of the desk that its person may not look at any more. */
export async function leaveLostRooms(socket: GallerySocket): Promise<void> {
  for (const roomId of [...(socket.data.atDesk?.keys() ?? [])]) {
    if ('refusal' in (await enter(roomId, socket.data.personId))) leave(socket, roomId)
  }
}

/** The rooms of the desk that this socket is in, and its curator's name in each. Few who look at pictures ever have such a list. */
function roomsOf(socket: GallerySocket): Map<string, string> {
  if (!socket.data.atDesk) {
    socket.data.atDesk = new Map()
    socket.on('disconnecting', leaveAll)
  }
  return socket.data.atDesk
}

/**
 * Curators at the same room: each hears when what hangs there changes, and where the others point. Whoever has entered a room's channel
 * was let in by its exhibition's own rule; nobody else's pointing goes anywhere. Hands are news that may get lost.
 */
export const deskHandlers = {
  'desk:follow'(this: GallerySocket, request: unknown, acknowledge: unknown) {
    return answer(acknowledge, async () => {
      const parsed = followRoomSchema.safeParse(request)
      if (!parsed.success) return 'invalid_request'
      const { roomId } = parsed.data
      const entry = await enter(roomId, this.data.personId)
      if ('refusal' in entry) return entry.refusal
      const rooms = roomsOf(this)
      // A desk shows one room at a time.
      for (const other of rooms.keys()) if (other !== roomId) leave(this, other)
      rooms.set(roomId, entry.name)
      await this.join(deskChannel(roomId))
      return null
    })
  },
  'desk:leave'(this: GallerySocket, request: unknown) {
    const parsed = followRoomSchema.safeParse(request)
    if (parsed.success) leave(this, parsed.data.roomId)
  },
  'desk:point'(this: GallerySocket, pointing: unknown) {
    const parsed = pointingSchema.safeParse(pointing)
    const name = parsed.success && this.data.atDesk?.get(parsed.data.roomId)
    if (!parsed.success || !name) return
    const hand = { ...parsed.data, hand: this.id, name }
    this.to(deskChannel(parsed.data.roomId)).volatile.emit('desk:hand', hand)
  },
}
