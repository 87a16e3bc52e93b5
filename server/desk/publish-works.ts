import { tags } from '@/server/cache/tags'
import type { Transaction } from '@/server/platform/db'

/**
 * What hangs in an exhibition that opens is seen by all from then on.
 *
 * @returns tags of what that changed
 */
export async function publishWorks(exhibitionId: string, tx: Transaction): Promise<string[]> {
  const where = { visibility: 'PRIVATE' as const, hangings: { some: { room: { exhibitionId } } } }
  const works = await tx.artwork.updateManyAndReturn({
    where,
    data: { visibility: 'PUBLIC' },
    select: { id: true },
  })
  return works.map(({ id }) => tags.artwork(id))
}
