import { db } from '@/server/platform/db'
import { lockFile } from './keep-file'
import { fileKey } from './picture-store'
import { store } from './store'

/** Takes the row away unless something needs the file. @returns its derivatives, or null where the file stays */
function removeRow(sha256: string): Promise<string[] | null> {
  return db.$transaction(async (tx) => {
    await lockFile(tx, sha256)
    const file = await tx.storedFile.findUnique({
      where: { sha256 },
      select: {
        derivativesOf: { select: { fileSha256: true } },
        _count: {
          select: {
            pictures: true,
            portraitResults: true,
            derivative: true,
            styles: true,
            voicesEn: true,
            voicesZh: true,
          },
        },
      },
    })
    if (!file || Object.values(file._count).some((count) => count > 0)) return null
    await tx.storedFile.delete({ where: { sha256 } })
    return file.derivativesOf.map((derivative) => derivative.fileSha256)
  })
}

/**
 * Removes the bytes of a file that has no row, and only then: somebody who brings the same bytes at this moment makes a row again,
 * under the same lock.
 *
 * @returns whether they were removed
 */
export function removeOrphan(sha256: string): Promise<boolean> {
  return db.$transaction(async (tx) => {
    await lockFile(tx, sha256)
    if ((await tx.storedFile.count({ where: { sha256 } })) > 0) return false
    await store.remove(fileKey(sha256))
    return true
  })
}

/**
 * Removes those of the files that nothing refers to any more, with their derivatives. The row goes first, and for good: bytes that went
 * before the commit would leave a row that points at nothing if the commit failed. What a crash leaves in between the scrubber removes.
 */
export async function removeUnusedFiles(sha256s: readonly string[]): Promise<void> {
  for (const sha256 of new Set(sha256s)) {
    const derivatives = await removeRow(sha256)
    if (!derivatives) continue
    await removeOrphan(sha256)
    if (derivatives.length > 0) await removeUnusedFiles(derivatives)
  }
}
