import type { Prisma } from '@/generated/prisma/client'
import type { PersonRow } from '@/lib/contracts/people'
import { type Database, db } from '@/server/platform/db'
import { fail } from '@/server/platform/errors'
import { usedBytes } from '@/server/storage/used-bytes'

const select = {
  id: true,
  name: true,
  email: true,
  isAnonymous: true,
  role: true,
  bannedAt: true,
  quotaMiB: true,
  version: true,
  createdAt: true,
} as const satisfies Prisma.PersonSelect

/** These people as operators see them, in the order of the ids; those who are gone are left out. */
export async function personRows(ids: readonly string[], database: Database = db): Promise<PersonRow[]> {
  const [rows, used] = await Promise.all([
    database.person.findMany({ where: { id: { in: [...ids] } }, select }),
    usedBytes(ids, database),
  ])
  const byId = new Map(rows.map((row) => [row.id, row]))
  return ids.flatMap((id) => {
    const row = byId.get(id)
    if (!row) return []
    const { isAnonymous, email, ...rest } = row
    return {
      ...rest,
      isGuest: isAnonymous,
      email: isAnonymous ? null : email,
      bytes: used.get(id) ?? 0,
      bannedAt: row.bannedAt?.toISOString() ?? null,
      createdAt: row.createdAt.toISOString(),
    }
  })
}

/** Throws not_found. */
export async function personRow(id: string, database: Database = db): Promise<PersonRow> {
  const [row] = await personRows([id], database)
  return row ?? fail('not_found')
}
