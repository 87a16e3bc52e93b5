import { tags } from '@/server/cache/tags'
import type { Transaction } from '@/server/platform/db'

/**
 * What hangs in an exhibition that opens is seen by all from then on.
 *
 * @returns tags of what that changed
 */
export async function publishWorks(exhibitionId: string, tx: Transaction): Promise<string[]> {
  const hung = { visibility: 'PRIVATE' as const, hangings: { some: { room: { exhibitionId } } } }
  const where = { ...hung, hiddenAt: null }
  // What moderation hides stays hidden, and is public once it is shown again.
  await tx.artwork.updateMany({ where: { ...hung, hiddenAt: { not: null } }, data: { shownAs: 'PUBLIC' } })
  const works = await tx.artwork.updateManyAndReturn({
    where,
    data: { visibility: 'PUBLIC' },
    select: { id: true },
  })
  return works.map(({ id }) => tags.artwork(id))
}
