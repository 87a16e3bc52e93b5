import type { Transaction } from '@/server/platform/db'
import type { PictureFacts } from './describe-picture'
import { keepFile } from './keep-file'

/**
 * Keeps the bytes and gives `ownerId` (null: the house) a picture of them.
 *
 * @param sourceSha256 of the file that they were made from
 */
export async function addPicture(
  tx: Transaction,
  facts: PictureFacts,
  bytes: Uint8Array,
  ownerId: string | null,
  { sourceSha256 }: { sourceSha256?: string } = {},
) {
  await keepFile(tx, facts, bytes)
  const { sha256: fileSha256, width, height, blur, colour } = facts
  return tx.picture.create({ data: { ownerId, fileSha256, width, height, blur, colour, sourceSha256 } })
}
