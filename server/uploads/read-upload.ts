import type { UploadView } from '@/lib/contracts/uploads'
import { requireAccount } from '@/server/accounts/require-role'
import type { Viewer } from '@/server/accounts/viewer'
import { db } from '@/server/platform/db'
import { fail } from '@/server/platform/errors'
import { uploadView } from './upload-view'

/** What of one's own file is here. Throws not_signed_in, account_needed, not_found. */
export async function readUpload(uploadId: string, viewer: Viewer | null): Promise<UploadView> {
  const { id: personId } = requireAccount(viewer)
  const upload = await db.upload.findFirst({ where: { id: uploadId, personId } })
  return upload ? uploadView(upload) : fail('not_found')
}
