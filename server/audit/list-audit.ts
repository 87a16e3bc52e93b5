import type { Prisma } from '@/generated/prisma/client'
import type { AuditPage, AuditQuery } from '@/lib/contracts/audit'
import { idSchema } from '@/lib/contracts/common'
import { requireRole } from '@/server/accounts/require-role'
import type { Viewer } from '@/server/accounts/viewer'
import { db } from '@/server/platform/db'
import { fail } from '@/server/platform/errors'

const PAGE = 40

/** Null for a person that nobody here ever was. */
async function actedBy(person: string): Promise<Prisma.AuditEntryWhereInput | null> {
  if (!person) return {}
  if (person === 'house') return { actorId: null }
  if (idSchema.safeParse(person).success) return { actorId: person }
  const found = await db.person.findUnique({ where: { email: person.toLowerCase() }, select: { id: true } })
  return found && { actorId: found.id }
}

function about({ kind, id }: AuditQuery): Prisma.AuditEntryWhereInput {
  return { ...(kind && { subjectType: kind }), ...(kind && id && { subjectId: id }) }
}

/**
 * Who did what, newest first, in pages of 40; of one person, one kind of act, one kind of object or one object. Entries older than
 * AUDIT_ARCHIVE_DAYS lie in the archive.
 *
 * @throws {HouseError} not_signed_in, account_needed, forbidden, invalid_request for a cursor that is not ours
 */
export async function listAudit(query: AuditQuery, viewer: Viewer | null): Promise<AuditPage> {
  requireRole(viewer, 'OPERATOR')
  const { cursor, action } = query
  if (cursor !== undefined && !/^\d{1,18}$/.test(cursor)) fail('invalid_request', { fields: { cursor: 'not known' } })
  const actor = await actedBy(query.person)
  if (!actor) return { entries: [], nextCursor: null }
  const rows = await db.auditEntry.findMany({
    where: { ...actor, ...about(query), ...(action && { action }), ...(cursor && { id: { lt: BigInt(cursor) } }) },
    orderBy: { id: 'desc' },
    take: PAGE + 1,
  })
  const page = rows.slice(0, PAGE)
  const ids = page.flatMap(({ actorId, subjectType, subjectId }) => [
    ...(actorId ? [actorId] : []),
    ...(subjectType === 'person' ? [subjectId] : []),
  ])
  const people = await db.person.findMany({ where: { id: { in: ids } }, select: { id: true, name: true } })
  const nameOf = new Map(people.map(({ id, name }) => [id, name]))
  const last = rows.length > PAGE ? page.at(-1) : undefined
  return {
    entries: page.map(({ id, action, actorId, subjectType, subjectId, createdAt, detail }) => ({
      id: id.toString(),
      action,
      actorId,
      actor: actorId ? (nameOf.get(actorId) ?? null) : null,
      subjectType,
      subjectId,
      subjectName: subjectType === 'person' ? (nameOf.get(subjectId) ?? null) : null,
      at: createdAt.toISOString(),
      detail: detail as Record<string, unknown>,
    })),
    nextCursor: last ? last.id.toString() : null,
  }
}

/**
 * Every kind of act that the trail knows, in order of name. Each is found by one look into the index, whatever its number.
 *
 * @see https://wiki.postgresql.org/wiki/Loose_indexscan
 * @throws {HouseError} not_signed_in, account_needed, forbidden
 */
export async function listActions(viewer: Viewer | null): Promise<string[]> {
  requireRole(viewer, 'OPERATOR')
  const rows = await db.$queryRaw<{ action: string }[]>`
    WITH RECURSIVE acts AS (
      (SELECT "action" FROM "AuditEntry" ORDER BY "action" LIMIT 1)
      UNION ALL
      SELECT (SELECT e."action" FROM "AuditEntry" e WHERE e."action" > acts."action" ORDER BY e."action" LIMIT 1)
      FROM acts WHERE acts."action" IS NOT NULL
    ) SELECT "action" FROM acts WHERE "action" IS NOT NULL`
  return rows.map(({ action }) => action)
}
