import type { Viewer } from '@/server/accounts/viewer'
import { recordAudit } from '@/server/audit/record'
import { announceChange } from '@/server/cache/announce-change'
import { tags } from '@/server/cache/tags'
import { db } from '@/server/platform/db'
import { fail } from '@/server/platform/errors'
import { requireEditor } from '@/server/tours/may-edit'

/**
 * Whoever keeps the book hides a line, or leaves it in for good whatever is reported of it; safe to repeat.
 *
 * @throws {HouseError} not_signed_in, account_needed, forbidden, not_found
 */
export async function judgeEntry(entryId: string, isHidden: boolean, viewer: Viewer | null): Promise<void> {
  await db.$transaction(async (tx) => {
    const select = { exhibitionId: true } as const
    const entry = (await tx.bookEntry.findUnique({ where: { id: entryId }, select })) ?? fail('not_found')
    const { editor } = await requireEditor({ id: entry.exhibitionId }, viewer, tx)
    const now = new Date()
    const data = isHidden ? { hiddenAt: now, keptAt: null } : { hiddenAt: null, keptAt: now }
    await tx.bookEntry.update({ where: { id: entryId }, data })
    const subject = { subjectType: 'book' as const, subjectId: entryId }
    const action = isHidden ? 'book.entry-hidden' : 'book.entry-kept'
    await recordAudit(tx, { actorId: editor.id, action, ...subject })
    await announceChange(tx, [tags.book(entry.exhibitionId)], { isGone: isHidden })
  })
}
