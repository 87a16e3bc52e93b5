import { randomUUID } from 'node:crypto'
import type { Database } from '@/server/platform/db'
import { changeChannel, writeChange } from './change-notice'
import { holdTags } from './held-tags'

/**
 * Says that a write changes what these tags name (see `tags`): every web process drops what it made from them, right after the
 * database commits. Call it inside the transaction of the write, as late as possible; a transaction that is rolled back announces
 * nothing. With the plain client it takes effect at once: then call it after the write.
 *
 * From the call on, until its own notice has come back (3 s at most), this process keeps nothing with these tags, so that whoever wrote reads what
 * was written. PostgreSQL lets one committing transaction with a notice through at a time: for what changes thousands of times a second,
 * announce once for many changes.
 *
 * @param isGone what the tags name was deleted or made private: no last good copy of it is ever given either
 * @see https://www.postgresql.org/docs/18/sql-notify.html
 */
export async function announceChange(
  tx: Pick<Database, '$executeRaw'>,
  changed: readonly string[],
  { isGone = false } = {},
): Promise<void> {
  if (changed.length === 0) return
  const id = randomUUID()
  const notice = writeChange({ id, tags: changed, isGone })
  holdTags(id, changed, isGone)
  await tx.$executeRaw`SELECT pg_notify(${changeChannel}, ${notice})`
}
