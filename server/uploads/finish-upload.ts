import type { FinishUploadBody, FinishUploadResponse } from '@/lib/contracts/uploads'
import { requireAccount, requireRole } from '@/server/accounts/require-role'
import type { Viewer } from '@/server/accounts/viewer'
import { addWork } from '@/server/artworks/add-work'
import { replacePicture } from '@/server/artworks/replace-picture'
import { db } from '@/server/platform/db'
import { fail, HouseError } from '@/server/platform/errors'
import { describePicture, sha256Of } from '@/server/storage/describe-picture'
import { normaliseOriginal } from '@/server/storage/normalise-original'
import { removeUnusedFiles } from '@/server/storage/remove-unused-files'
import { store } from '@/server/storage/store'
import { uploadFolder } from './upload-view'
import { wholeFile } from './whole-file'

/**
 * Makes a work, or another picture of one, of a file that has arrived. A picture that lies there already is recognised by its content and not
 * added again, unless that is wished. A file that is no picture is thrown away.
 *
 * @throws {HouseError} not_signed_in, account_needed, forbidden, not_found, upload_incomplete, conflict,
 *   quota_exceeded (its parts go, too), and what normaliseOriginal throws
 */
export async function finishUpload(
  uploadId: string,
  wish: FinishUploadBody,
  viewer: Viewer | null,
): Promise<FinishUploadResponse> {
  const person =
    wish.as === 'own' ? requireAccount(viewer) : requireRole(viewer, wish.as === 'depot' ? 'CURATOR' : 'VISITOR')
  const upload = await db.upload.findFirst({ where: { id: uploadId, personId: person.id } })
  if (!upload) return fail('not_found')
  const source = await wholeFile(upload)
  const bytes = await normaliseOriginal(source).catch(async (thrown) => {
    // A busy house may be asked again; a file that is no picture never becomes one.
    if (thrown instanceof HouseError && thrown.status < 500) await drop(uploadId)
    throw thrown
  })
  const arrived = { bytes, facts: await describePicture(bytes), sourceSha256: sha256Of(source), fileName: upload.name }
  const keep = () =>
    db.$transaction((tx) =>
      wish.as === 'replacement' ? replacePicture(tx, wish, arrived, person) : addWork(tx, wish, arrived, person),
    )
  const answer = await keep().catch(async (thrown) => {
    // What does not fit must not take room as a heap of parts instead.
    if (thrown instanceof HouseError && thrown.code === 'quota_exceeded') await drop(uploadId)
    throw thrown
  })
  await drop(uploadId)
  await removeUnusedFiles([arrived.facts.sha256])
  return answer
}

async function drop(uploadId: string) {
  await db.upload.deleteMany({ where: { id: uploadId } })
  await store.removeAll(uploadFolder(uploadId))
}
