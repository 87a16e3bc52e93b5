import { hasRole } from '@/server/accounts/require-role'
import type { Viewer } from '@/server/accounts/viewer'
import { recordAudit } from '@/server/audit/record'
import { bookEntrySubject } from '@/server/moderation/book-entry-subject'
import { holdCase } from '@/server/moderation/hold-case'
import { settleCase } from '@/server/moderation/settle-case'
import { announceNotices } from '@/server/notices/announce-notices'
import { db, type Transaction } from '@/server/platform/db'
import { fail } from '@/server/platform/errors'
import { requireEditor } from '@/server/tours/may-edit'

/**
 * Whoever keeps the book hides a line, or leaves it in for good whatever is reported of it; safe to repeat. Where the line was reported,
 * that is the decision of its case. What curators of the house upheld they alone show again.
 *
 * @throws {HouseError} not_signed_in, account_needed, forbidden, not_found
 */
export async function judgeEntry(entryId: string, isHidden: boolean, viewer: Viewer | null): Promise<void> {
  const told = await db.$transaction(async (tx) => {
    const select = { exhibitionId: true } as const
    const entry = (await tx.bookEntry.findUnique({ where: { id: entryId }, select })) ?? fail('not_found')
    const { editor } = await requireEditor({ id: entry.exhibitionId }, viewer, tx)
    const decision = isHidden ? ('UPHELD' as const) : ('DISMISSED' as const)
    const held = await heldCase(entryId, tx)
    if (held?.view.status === 'UPHELD' && !isHidden && !hasRole(editor, 'CURATOR')) fail('forbidden')
    if (held && held.view.status !== decision) return settleCase(held, { decision, note: '' }, editor.id, tx)
    await bookEntrySubject.setHidden(entryId, isHidden, tx)
    const subject = { subjectType: 'book' as const, subjectId: entryId }
    const action = isHidden ? 'book.entry-hidden' : 'book.entry-kept'
    await recordAudit(tx, { actorId: editor.id, action, ...subject })
    return []
  })
  await announceNotices(told)
}

async function heldCase(subjectId: string, tx: Transaction) {
  const where = { subjectKind_subjectId: { subjectKind: 'book-entry', subjectId } }
  const found = await tx.moderationCase.findUnique({ where, select: { id: true } })
  return found && holdCase(found.id, tx)
}
