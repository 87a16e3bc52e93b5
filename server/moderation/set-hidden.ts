import type { CaseView } from '@/lib/contracts/reports'
import { requireRole } from '@/server/accounts/require-role'
import type { Viewer } from '@/server/accounts/viewer'
import { recordAudit } from '@/server/audit/record'
import { announceNotices } from '@/server/notices/announce-notices'
import { tell } from '@/server/notices/tell'
import { db } from '@/server/platform/db'
import { fail } from '@/server/platform/errors'
import { holdCase, readCase } from './hold-case'
import { subjects } from './subjects'

interface Wish {
  caseId: string
  isHidden: boolean
}

/**
 * Hides what a case is about at once, before it is decided, or shows it again; its author is told. Safe to repeat.
 *
 * @throws {HouseError} not_signed_in, account_needed, forbidden, not_found (also when it is gone)
 */
export async function setHidden({ caseId, isHidden }: Wish, viewer: Viewer | null): Promise<CaseView> {
  const curator = requireRole(viewer, 'CURATOR')
  const { view, told } = await db.$transaction(async (tx) => {
    const { view, subjectId } = await holdCase(caseId, tx)
    const { subject, subjectKind } = view
    if (!subject) return fail('not_found')
    if (subject.isHidden === isHidden) return { view, told: [] }
    await subjects[subjectKind].setHidden(subjectId, isHidden, tx)
    const told = subject.author ? [subject.author.id] : []
    const what = isHidden ? ('hidden' as const) : ('shown' as const)
    await tell(tx, told, { kind: 'moderated', what, subjectKind, title: subject.title, note: '' })
    const detail = { subjectKind, subjectId }
    await recordAudit(tx, {
      actorId: curator.id,
      action: `case.${what}`,
      subjectType: 'case',
      subjectId: caseId,
      detail,
    })
    return { view: (await readCase(caseId, tx)).view, told }
  })
  await announceNotices(told)
  return view
}
