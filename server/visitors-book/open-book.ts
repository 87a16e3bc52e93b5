import type { Viewer } from '@/server/accounts/viewer'
import { recordAudit } from '@/server/audit/record'
import { announceChange } from '@/server/cache/announce-change'
import { tags } from '@/server/cache/tags'
import { db } from '@/server/platform/db'
import { requireEditor } from '@/server/tours/may-edit'

/**
 * Opens an exhibition's book, or closes it to new lines; safe to repeat.
 *
 * @throws {HouseError} not_signed_in, account_needed, forbidden, not_found
 */
export async function openBook(slug: string, isOpen: boolean, viewer: Viewer | null): Promise<void> {
  await db.$transaction(async (tx) => {
    const { editor, exhibitionId } = await requireEditor({ slug }, viewer, tx)
    await tx.exhibition.update({ where: { id: exhibitionId }, data: { hasBook: isOpen } })
    const subject = { subjectType: 'exhibition' as const, subjectId: exhibitionId }
    const action = isOpen ? 'exhibition.book-opened' : 'exhibition.book-closed'
    await recordAudit(tx, { actorId: editor.id, action, ...subject })
    await announceChange(tx, [tags.book(exhibitionId)])
  })
}
