import type { DepotWork, EditLabelsBody } from '@/lib/contracts/depot'
import { requireRole } from '@/server/accounts/require-role'
import type { Viewer } from '@/server/accounts/viewer'
import { recordAudit } from '@/server/audit/record'
import { db } from '@/server/platform/db'
import { fail } from '@/server/platform/errors'
import { depotSelect, depotWork } from './depot-work'
import { writeLabels } from './write-labels'

const MOST_TAGS = 30

/**
 * Changes the labels of one or many works of the depot, all or none.
 *
 * @throws {HouseError} not_signed_in, account_needed, forbidden, not_found, conflict when one of them was changed meanwhile
 */
export async function editLabels({ works, changes }: EditLabelsBody, viewer: Viewer | null): Promise<DepotWork[]> {
  const curator = requireRole(viewer, 'CURATOR')
  const { addTags = [], removeTags = [], ...words } = changes
  const ids = works.map(({ id }) => id)
  return db.$transaction(async (tx) => {
    const rows = await tx.artwork.findMany({
      where: { id: { in: ids }, depotAt: { not: null } },
      select: { id: true, tags: true },
    })
    if (rows.length < new Set(ids).size) fail('not_found')
    const tagsOf = new Map(rows.map((row) => [row.id, row.tags]))
    const wishes = works.map(({ id, version }) => {
      const kept = (tagsOf.get(id) ?? []).filter((tag) => !removeTags.includes(tag))
      const tags = [...new Set([...kept, ...addTags])].slice(0, MOST_TAGS)
      return { id, version, changes: { ...words, ...(addTags.length + removeTags.length > 0 && { tags }) } }
    })
    await writeLabels(tx, wishes)
    for (const id of ids) {
      const detail = { fields: Object.keys(changes) }
      const subject = { subjectType: 'artwork' as const, subjectId: id }
      await recordAudit(tx, { actorId: curator.id, action: 'artwork.label-changed', ...subject, detail })
    }
    const changed = await tx.artwork.findMany({ where: { id: { in: ids } }, select: depotSelect() })
    const byId = new Map(changed.map((row) => [row.id, depotWork(row)]))
    return ids.flatMap((id) => byId.get(id) ?? [])
  })
}
