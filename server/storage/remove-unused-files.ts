import { db } from '@/server/platform/db'
import { lockFile } from './keep-file'
import { fileKey } from './picture-store'
import { store } from './store'

/** Removes those of the files that nothing refers to any more, with their derivatives: row first, then bytes. */
export async function removeUnusedFiles(sha256s: readonly string[]): Promise<void> {
  for (const sha256 of new Set(sha256s)) {
    const derivatives = await db.$transaction(async (tx) => {
      await lockFile(tx, sha256)
      const file = await tx.storedFile.findUnique({
        where: { sha256 },
        select: {
          derivativesOf: { select: { fileSha256: true } },
          _count: { select: { pictures: true, portraitResults: true, derivative: true, styles: true } },
        },
      })
      if (!file || Object.values(file._count).some((count) => count > 0)) return []
      await tx.storedFile.delete({ where: { sha256 } })
      // Inside the lock, so that somebody who brings the same bytes now writes them again after this.
      await store.remove(fileKey(sha256))
      return file.derivativesOf.map((derivative) => derivative.fileSha256)
    })
    if (derivatives.length > 0) await removeUnusedFiles(derivatives)
  }
}
