import type { Viewer } from '@/server/accounts/viewer'
import { announceChange } from '@/server/cache/announce-change'
import { tags } from '@/server/cache/tags'
import { db } from '@/server/platform/db'
import { fail } from '@/server/platform/errors'

/**
 * Takes one's own line out of the book, for good.
 *
 * @throws {HouseError} not_found for any other line
 */
export async function removeEntry(entryId: string, viewer: Viewer): Promise<void> {
  await db.$transaction(async (tx) => {
    const where = { id: entryId, personId: viewer.id }
    const entry = (await tx.bookEntry.findFirst({ where, select: { exhibitionId: true } })) ?? fail('not_found')
    await tx.bookEntry.deleteMany({ where })
    await announceChange(tx, [tags.book(entry.exhibitionId)], { isGone: true })
  })
}
