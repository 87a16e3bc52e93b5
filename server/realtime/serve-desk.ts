import { type Acknowledge, deskChannel, followRoomSchema, pointingSchema } from '@/lib/contracts/realtime'
import { readViewer } from '@/server/accounts/read-viewer'
import { requireRoomAction } from '@/server/desk/require-desk-action'
import { db } from '@/server/platform/db'
import { HouseError } from '@/server/platform/errors'
import type { GallerySocket } from './create-io'

type Answer = (acknowledge: Acknowledge | undefined, run: () => Promise<string | null>) => Promise<void>

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

/**
 * Curators at the same room: each hears when what hangs there changes, and where the others point. Whoever has entered a room's channel
 * was let in by its exhibition's own rule; nobody else's pointing goes anywhere. Hands are news that may get lost.
 */
export function serveDesk(socket: GallerySocket, answer: Answer): void {
  const names = new Map<string, string>()
  const leave = (roomId: string) => {
    if (!names.delete(roomId)) return
    socket.to(deskChannel(roomId)).emit('desk:hand-gone', { roomId, hand: socket.id })
    void socket.leave(deskChannel(roomId))
  }
  socket.on('desk:follow', (request, acknowledge) =>
    answer(acknowledge, async () => {
      const parsed = followRoomSchema.safeParse(request)
      if (!parsed.success) return 'invalid_request'
      const { roomId } = parsed.data
      const entry = await enter(roomId, socket.data.personId)
      if ('refusal' in entry) return entry.refusal
      // A desk shows one room at a time.
      for (const other of names.keys()) if (other !== roomId) leave(other)
      names.set(roomId, entry.name)
      await socket.join(deskChannel(roomId))
      return null
    }),
  )
  socket.on('desk:leave', (request) => {
    const parsed = followRoomSchema.safeParse(request)
    if (parsed.success) leave(parsed.data.roomId)
  })
  socket.on('desk:point', (pointing) => {
    const parsed = pointingSchema.safeParse(pointing)
    const name = parsed.success && names.get(parsed.data.roomId)
    if (!parsed.success || !name) return
    const hand = { ...parsed.data, hand: socket.id, name }
    socket.to(deskChannel(parsed.data.roomId)).volatile.emit('desk:hand', hand)
  })
  socket.on('disconnecting', () => {
    for (const roomId of [...names.keys()]) leave(roomId)
  })
}
