import type { BeginUploadBody, UploadView } from '@/lib/contracts/uploads'
import { lockPerson } from '@/server/accounts/lock-person'
import { hasRole, requireAccount } from '@/server/accounts/require-role'
import type { Viewer } from '@/server/accounts/viewer'
import { db } from '@/server/platform/db'
import { fail } from '@/server/platform/errors'
import { foreseeSpace } from '@/server/storage/reserve-space'
import { uploadView } from './upload-view'

/** Files that one person may have under way. */
const MOST_OPEN = 200

/**
 * Begins to take a file, part by part; the same file of the same person goes on where it stopped.
 *
 * @throws {HouseError} not_signed_in, account_needed, too_many_requests while too many are unfinished, quota_exceeded
 */
export async function beginUpload(
  { name, bytes, sha256 }: BeginUploadBody,
  viewer: Viewer | null,
): Promise<UploadView> {
  const person = requireAccount(viewer)
  const personId = person.id
  // What a curator brings is the house's, as a rule; what is theirs is measured when it is whole.
  const isMeasured = !hasRole(person, 'CURATOR')
  return db.$transaction(async (tx) => {
    await lockPerson(personId, tx)
    if (sha256 !== undefined) {
      const begun = await tx.upload.findFirst({ where: { personId, sha256, bytes }, orderBy: { id: 'desc' } })
      if (begun) return uploadView(begun)
    }
    if ((await tx.upload.count({ where: { personId } })) >= MOST_OPEN)
      fail('too_many_requests', { retryAfterSeconds: 60 })
    if (isMeasured) await foreseeSpace(tx, personId, bytes)
    return uploadView(await tx.upload.create({ data: { personId, name, bytes, sha256 } }))
  })
}
