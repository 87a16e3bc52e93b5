import type { UploadView } from '@/lib/contracts/uploads'
import { requireAccount } from '@/server/accounts/require-role'
import type { Viewer } from '@/server/accounts/viewer'
import { db } from '@/server/platform/db'
import { fail } from '@/server/platform/errors'
import { store } from '@/server/storage/store'
import { partKey, partLength, partsOf, uploadView } from './upload-view'

interface Part {
  uploadId: string
  /** From 0. */
  part: number
  bytes: Uint8Array
}

/**
 * Takes one part of a file: its bytes first, then the note that they are here. Safe to repeat.
 *
 * @throws {HouseError} not_signed_in, account_needed, not_found (also for uploads of others), invalid_request for a part that there
 *   cannot be, or of another length
 */
export async function putPart({ uploadId, part, bytes }: Part, viewer: Viewer | null): Promise<UploadView> {
  const { id: personId } = requireAccount(viewer)
  const upload = await db.upload.findFirst({ where: { id: uploadId, personId } })
  if (!upload) fail('not_found')
  const isRight = part < partsOf(upload.bytes) && bytes.length === partLength(upload.bytes, part)
  if (!isRight) fail('invalid_request', { fields: { part: 'not a part of this file' } })
  await store.write(partKey(uploadId, part), bytes)
  const [row] = await db.$queryRaw<{ id: string; bytes: number; received: number[] }[]>`
    UPDATE "Upload" SET "received" = CASE WHEN ${part} = ANY("received") THEN "received" ELSE "received" || ${part}::int END
    WHERE "id" = ${uploadId} RETURNING "id", "bytes", "received"`
  return row ? uploadView(row) : fail('not_found')
}
