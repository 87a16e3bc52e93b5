import type { TrailPage } from '@/lib/contracts/desk'
import type { Viewer } from '@/server/accounts/viewer'
import { db } from '@/server/platform/db'
import { fail } from '@/server/platform/errors'
import { requireDeskAction } from './require-desk-action'

const PAGE = 30

/**
 * Who changed what of an exhibition, newest first, in pages of 30.
 *
 * @param cursor the id of the last entry of the page before
 * @throws {HouseError} as requireDeskAction; invalid_request for a cursor that is not ours
 */
export async function listTrail(exhibitionId: string, viewer: Viewer | null, cursor?: string): Promise<TrailPage> {
  await requireDeskAction(exhibitionId, 'look', viewer, db)
  if (cursor !== undefined && !/^\d{1,18}$/.test(cursor)) fail('invalid_request', { fields: { cursor: 'not known' } })
  const rows = await db.auditEntry.findMany({
    where: { subjectType: 'exhibition', subjectId: exhibitionId, ...(cursor && { id: { lt: BigInt(cursor) } }) },
    orderBy: { id: 'desc' },
    take: PAGE + 1,
  })
  const page = rows.slice(0, PAGE)
  const ids = page.flatMap(({ actorId }) => actorId ?? [])
  const people = await db.person.findMany({ where: { id: { in: ids } }, select: { id: true, name: true } })
  const nameOf = new Map(people.map(({ id, name }) => [id, name]))
  const last = rows.length > PAGE ? page.at(-1) : undefined
  return {
    entries: page.map(({ id, action, actorId, createdAt, detail }) => ({
      id: id.toString(),
      action,
      actor: actorId ? (nameOf.get(actorId) ?? null) : null,
      at: createdAt.toISOString(),
      detail: detail as Record<string, unknown>,
    })),
    nextCursor: last ? last.id.toString() : null,
  }
}
