import type { MyMarks } from '@/lib/contracts/artworks'
import { catalogueDb } from '@/server/platform/catalogue-db'

/** Which of these works a person likes and keeps; nothing for somebody unknown. */
export async function readMarks(personId: string | null, artworkIds: string[]): Promise<MyMarks> {
  if (personId === null) return { liked: [], kept: [] }
  const query = { where: { personId, artworkId: { in: artworkIds } }, select: { artworkId: true } }
  const [liked, kept] = await Promise.all([catalogueDb.like.findMany(query), catalogueDb.favourite.findMany(query)])
  return { liked: liked.map((row) => row.artworkId), kept: kept.map((row) => row.artworkId) }
}
