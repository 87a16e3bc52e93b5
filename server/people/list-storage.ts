import { z } from 'zod'
import { idSchema } from '@/lib/contracts/common'
import type { StoragePage } from '@/lib/contracts/storage'
import { requireRole } from '@/server/accounts/require-role'
import type { Viewer } from '@/server/accounts/viewer'
import { db } from '@/server/platform/db'
import { fail } from '@/server/platform/errors'
import { personRows } from './person-row'

const PAGE = 30
const cursorSchema = z.tuple([z.string().regex(/^\d{1,18}$/), idSchema])

/**
 * People whose pictures take most, first, in pages of 30. Their order is the sweeper's latest count; the figures are those of now.
 *
 * @throws {HouseError} not_signed_in, account_needed, forbidden, invalid_request for a cursor that is not ours
 */
export async function listStorage(viewer: Viewer | null, cursor?: string): Promise<StoragePage> {
  requireRole(viewer, 'OPERATOR')
  const rows = await (cursor === undefined ? first() : after(cursor))
  const page = rows.slice(0, PAGE)
  const last = rows.length > PAGE ? page.at(-1) : undefined
  return {
    people: await personRows(page.map(({ personId }) => personId)),
    nextCursor: last ? `${last.bytes}_${last.personId}` : null,
  }
}

type Row = { personId: string; bytes: bigint }

const first = () => db.$queryRaw<Row[]>`
  SELECT "personId", "bytes" FROM "StorageUse" ORDER BY "bytes" DESC, "personId" DESC LIMIT ${PAGE + 1}`

/** Rows are compared as wholes, so that the index is entered where the page before ended. */
function after(cursor: string) {
  const parsed = cursorSchema.safeParse(cursor.split('_'))
  if (!parsed.success) fail('invalid_request', { fields: { cursor: 'not known' } })
  const [bytes, personId] = parsed.data
  return db.$queryRaw<Row[]>`
    SELECT "personId", "bytes" FROM "StorageUse" WHERE ("bytes", "personId") < (${BigInt(bytes)}, ${personId})
    ORDER BY "bytes" DESC, "personId" DESC LIMIT ${PAGE + 1}`
}
