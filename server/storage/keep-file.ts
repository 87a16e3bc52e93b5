import type { Transaction } from '@/server/platform/db'
import type { PictureFacts } from './describe-picture'
import { fileKey } from './picture-store'
import { store } from './store'

/** Holds off the removal of the same file until the transaction ends (see remove-unused-files). */
export async function lockFile(tx: Transaction, sha256: string): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${sha256}, 17))`
}

/** Bytes first, then the row: no row ever points at nothing. To be called inside the transaction that needs the file. */
export async function keepFile(
  tx: Transaction,
  facts: Pick<PictureFacts, 'sha256' | 'bytes' | 'mimeType'>,
  bytes: Uint8Array,
) {
  await lockFile(tx, facts.sha256)
  await store.write(fileKey(facts.sha256), bytes)
  await tx.storedFile.upsert({
    where: { sha256: facts.sha256 },
    create: { sha256: facts.sha256, bytes: facts.bytes, mimeType: facts.mimeType },
    update: {},
  })
}
