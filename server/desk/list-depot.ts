import type { DepotPage } from '@/lib/contracts/desk-hanging'
import { requireAccount } from '@/server/accounts/require-role'
import type { Viewer } from '@/server/accounts/viewer'
import { matchWords } from '@/server/artworks/match-words'
import { db } from '@/server/platform/db'
import { fail } from '@/server/platform/errors'
import { readCursor, writeCursor } from '@/server/platform/page-cursor'
import { deskWork, deskWorkSelect } from './desk-work'
import { isAvailableFor } from './is-available-for'
import { requireRoomAction } from './require-desk-action'

const PAGE = 40

interface Asked {
  roomId: string
  /** Words, all of them, anywhere in label, tags or file name. */
  q?: string
  cursor?: string
}

/**
 * Works that somebody may hang in a room, newest first, in pages of 40.
 *
 * @throws {HouseError} as requireDeskAction; invalid_request for a cursor that is not ours
 */
export async function listRoomDepot({ roomId, q, cursor }: Asked, viewer: Viewer | null): Promise<DepotPage> {
  const curator = requireAccount(viewer)
  const room = await db.room.findUnique({ where: { id: roomId }, select: { exhibitionId: true } })
  if (!room) fail('not_found')
  const { isOwnRoom } = await requireRoomAction(room.exhibitionId, 'look', curator, db)
  const rows = await db.artwork.findMany({
    where: {
      AND: [
        isAvailableFor({ exhibitionId: room.exhibitionId, isOwnRoom }, curator),
        ...matchWords(q ?? ''),
        ...(cursor === undefined ? [] : [olderThan(cursor)]),
      ],
    },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: PAGE + 1,
    select: { ...deskWorkSelect, createdAt: true },
  })
  const page = rows.slice(0, PAGE)
  const last = rows.length > PAGE ? page.at(-1) : undefined
  return { works: page.map(deskWork), nextCursor: last ? writeCursor(last) : null }
}

function olderThan(cursor: string) {
  const end = readCursor(cursor) ?? fail('invalid_request', { fields: { cursor: 'not known' } })
  return { OR: [{ createdAt: { lt: end.createdAt } }, { createdAt: end.createdAt, id: { lt: end.id } }] }
}
