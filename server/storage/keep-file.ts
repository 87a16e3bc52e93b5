import { Prisma } from '@/generated/prisma/client'
import type { Transaction } from '@/server/platform/db'
import { inSpan } from '@/server/tracing/in-span'
import type { PictureFacts } from './describe-picture'
import { fileKey } from './picture-store'
import { store } from './store'

/** Calls that hold a file's lock until the transaction ends, one alone or with others; `sha256` is a value or a column. */
const wholeLock = (sha256: Prisma.Sql) => Prisma.sql`pg_advisory_xact_lock(hashtextextended(${sha256}, 17))`
export const sharedLock = (sha256: Prisma.Sql) =>
  Prisma.sql`pg_advisory_xact_lock_shared(hashtextextended(${sha256}, 17))`

/** Holds off the removal of the same file until the transaction ends (see remove-unused-files). */
export async function lockFile(tx: Transaction, sha256: string): Promise<void> {
  await tx.$executeRaw`SELECT ${wholeLock(Prisma.sql`${sha256}`)}`
}

/** The same for who needs a file that is there already: any number of them at once. */
export async function holdFile(tx: Transaction, sha256: string): Promise<void> {
  await tx.$executeRaw`SELECT ${sharedLock(Prisma.sql`${sha256}`)}`
}

/** Holds a file that is kept already; false where there is none. Looked at before the lock too, so that nobody trades a shared one for a whole one. */
async function holdKept(tx: Transaction, sha256: string, lock: Prisma.Sql): Promise<boolean> {
  const held = await tx.$executeRaw`
    SELECT ${sharedLock(Prisma.sql`"sha256"`)}, ${lock} FROM "StoredFile" WHERE "sha256" = ${sha256}`
  return held > 0 && (await tx.storedFile.count({ where: { sha256 } })) > 0
}

interface Keeping {
  /** The house did not have it a moment ago: then it is not looked for. */
  isNew?: boolean
  /** Another lock that the transaction needs from here on: with the file's own it costs no round trip. */
  lock?: Prisma.Sql
}

/**
 * Bytes and row, or neither: the row is seen by nobody before the commit, so no row ever points at nothing. To be called inside the
 * transaction that needs the file. The same bytes again are not written again, nor asked for, and whoever brings them waits for nobody.
 */
export async function keepFile(
  tx: Transaction,
  { sha256, bytes: length, mimeType }: Pick<PictureFacts, 'sha256' | 'bytes' | 'mimeType'>,
  bytes: Uint8Array | (() => Promise<Uint8Array>),
  { isNew = false, lock = Prisma.sql`NULL` }: Keeping = {},
) {
  if (!isNew && (await holdKept(tx, sha256, lock))) return
  // The locks and the row in one round trip: an order has only so many, when the line is a bad one.
  await tx.$executeRaw`
    WITH held AS MATERIALIZED (SELECT ${wholeLock(Prisma.sql`${sha256}`)}, ${lock})
    INSERT INTO "StoredFile" ("sha256", "bytes", "mimeType") SELECT ${sha256}, ${length}, ${mimeType} FROM held
    ON CONFLICT DO NOTHING`
  const written = typeof bytes === 'function' ? await bytes() : bytes
  await inSpan('store file', () => store.write(fileKey(sha256), written))
}
