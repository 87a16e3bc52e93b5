import type { CallView, SetCallBody } from '@/lib/contracts/submissions'
import { requireRole } from '@/server/accounts/require-role'
import type { Viewer } from '@/server/accounts/viewer'
import { recordAudit } from '@/server/audit/record'
import { announceChange } from '@/server/cache/announce-change'
import { tags } from '@/server/cache/tags'
import { requireDeskAction } from '@/server/desk/require-desk-action'
import { db } from '@/server/platform/db'
import { fail } from '@/server/platform/errors'
import { callColumns, callView } from './list-calls'

/**
 * Opens, changes or ends an exhibition's call for works.
 *
 * @throws {HouseError} not_signed_in, account_needed, forbidden, not_found, conflict when somebody else changed the exhibition meanwhile
 */
export async function setCall(slug: string, call: SetCallBody, viewer: Viewer | null): Promise<CallView> {
  const curator = requireRole(viewer, 'CURATOR')
  const { isOpen, closesAt, text, version } = call
  return db.$transaction(async (tx) => {
    const found = await tx.exhibition.findFirst({ where: { slug, kind: 'EXHIBITION' }, select: { id: true } })
    if (!found) fail('not_found')
    await requireDeskAction(found.id, 'edit', curator, tx)
    const [row] = await tx.exhibition.updateManyAndReturn({
      where: { id: found.id, version },
      data: {
        isOpenCall: isOpen,
        callClosesAt: closesAt,
        callTextEn: text.en,
        callTextZh: text.zh,
        version: { increment: 1 },
      },
      select: { id: true },
    })
    if (!row) fail('conflict')
    const action = isOpen ? 'exhibition.call-opened' : 'exhibition.call-ended'
    const detail = { closesAt }
    await recordAudit(tx, { actorId: curator.id, action, subjectType: 'exhibition', subjectId: row.id, detail })
    await announceChange(tx, [tags.exhibition(row.id), tags.exhibitions])
    return callView(await tx.exhibition.findUniqueOrThrow({ where: { id: row.id }, select: callColumns }))
  })
}
