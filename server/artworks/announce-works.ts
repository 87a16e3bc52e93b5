import { announceChange } from '@/server/cache/announce-change'
import { tags } from '@/server/cache/tags'
import type { Transaction } from '@/server/platform/db'

/** Says that labels, pictures or places of these works changed, to everything that was made from them. */
export async function announceWorks(tx: Transaction, ids: readonly string[], { isGone = false } = {}): Promise<void> {
  const rooms = await tx.room.findMany({
    where: { hangings: { some: { artworkId: { in: [...ids] } } } },
    select: { exhibitionId: true },
  })
  const owners = await tx.artwork.findMany({ where: { id: { in: [...ids] } }, select: { ownerId: true } })
  const shown = rooms.map((room) => tags.exhibition(room.exhibitionId))
  const pages = owners.flatMap(({ ownerId }) => (ownerId === null ? [] : tags.person(ownerId)))
  await announceChange(tx, [...ids.map(tags.artwork), ...new Set([...shown, ...pages])], { isGone })
}
