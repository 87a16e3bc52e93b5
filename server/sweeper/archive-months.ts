import { db } from '@/server/platform/db'

/** Tables that are partitioned by month. */
export type ArchiveTable = 'ArchivedOrder' | 'ArchivedAuditEntry'

const startOf = (at: Date, months = 0) => new Date(Date.UTC(at.getUTCFullYear(), at.getUTCMonth() + months, 1))
const dayOf = (at: Date) => at.toISOString().slice(0, 10)

/** Makes the partition for a moment where it is missing. */
export async function ensureMonth(table: ArchiveTable, at: Date): Promise<void> {
  const [from, to] = [startOf(at), startOf(at, 1)]
  const name = `${table}_${dayOf(from).slice(0, 7).replace('-', '_')}`
  // Names and dates are ours; a partition's bounds cannot be parameters.
  await db.$executeRawUnsafe(
    `CREATE TABLE IF NOT EXISTS "archive"."${name}" PARTITION OF "${table}" FOR VALUES FROM ('${dayOf(from)}') TO ('${dayOf(to)}')`,
  )
}

/** Drops the partitions of months that ended before `months` ago: at once, however many rows they have. @returns their names */
export async function dropOldMonths(table: ArchiveTable, months: number, now = new Date()): Promise<string[]> {
  const oldest = `${table}_${dayOf(startOf(now, -months)).slice(0, 7).replace('-', '_')}`
  const partitions = await db.$queryRaw<{ name: string }[]>`
    SELECT c.relname::text AS name FROM pg_inherits i JOIN pg_class c ON c.oid = i.inhrelid
    WHERE i.inhparent = ${`"${table}"`}::regclass AND c.relnamespace = 'archive'::regnamespace AND c.relname < ${oldest} COLLATE "C"
    ORDER BY 1`
  for (const { name } of partitions) await db.$executeRawUnsafe(`DROP TABLE "archive"."${name}"`)
  return partitions.map(({ name }) => name)
}
