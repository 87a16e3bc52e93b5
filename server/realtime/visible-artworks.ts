import { db } from '@/server/platform/db'

/** Those of the works whose counts this person (null: nobody known) may follow. */
export async function visibleArtworks(artworkIds: readonly string[], personId: string | null): Promise<string[]> {
  const mine = personId ? [{ ownerId: personId }] : []
  const rows = await db.artwork.findMany({
    where: { id: { in: [...artworkIds] }, OR: [{ visibility: 'PUBLIC' }, ...mine] },
    select: { id: true },
  })
  return rows.map((row) => row.id)
}
