import type { BeginUploadBody, UploadView } from '@/lib/contracts/uploads'
import { requireAccount } from '@/server/accounts/require-role'
import type { Viewer } from '@/server/accounts/viewer'
import { db } from '@/server/platform/db'
import { fail } from '@/server/platform/errors'
import { uploadView } from './upload-view'

/** Files that one person may have under way. */
const MOST_OPEN = 200

/**
 * Begins to take a file, part by part; the same file of the same person goes on where it stopped.
 *
 * @throws {HouseError} not_signed_in, account_needed, too_many_requests while too many are unfinished
 */
export async function beginUpload(
  { name, bytes, sha256 }: BeginUploadBody,
  viewer: Viewer | null,
): Promise<UploadView> {
  const { id: personId } = requireAccount(viewer)
  if (sha256 !== undefined) {
    const begun = await db.upload.findFirst({ where: { personId, sha256, bytes }, orderBy: { id: 'desc' } })
    if (begun) return uploadView(begun)
  }
  if ((await db.upload.count({ where: { personId } })) >= MOST_OPEN)
    fail('too_many_requests', { retryAfterSeconds: 60 })
  return uploadView(await db.upload.create({ data: { personId, name, bytes, sha256 } }))
}
