import { db } from '@/server/platform/db'
import { usedSince } from '@/server/portraits/finish-from-result'
import { previewFolder } from '@/server/storage/picture-store'
import { removeUnusedFiles } from '@/server/storage/remove-unused-files'
import { store } from '@/server/storage/store'
import { releaseStyles } from '@/server/styles/release-styles'
import { uploadFolder } from '@/server/uploads/upload-view'

const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000)

/** Previews of orders that ended in the last day: a worker that died had no time to remove its own. */
async function removeOldPreviews(): Promise<void> {
  const ended = { finishedAt: { gt: daysAgo(1), lt: new Date(Date.now() - 60_000) } }
  const orders = await db.portraitOrder.findMany({ where: ended, select: { id: true } })
  for (const { id } of orders) await store.removeAll(previewFolder(id))
}

/** Files that never became whole. */
async function removeOldUploads(): Promise<void> {
  const old = await db.upload.findMany({ where: { createdAt: { lt: daysAgo(2) } }, select: { id: true }, take: 500 })
  for (const { id } of old) {
    await db.upload.delete({ where: { id } })
    await store.removeAll(uploadFolder(id))
  }
}

/** Throws away what nobody needs: sent outbox entries, dead sessions, unused cached paintings, manners of works that are gone, guests without a trace. */
export async function expireRecords(): Promise<void> {
  await removeOldPreviews()
  await removeOldUploads()
  await db.outboxEntry.deleteMany({ where: { dispatchedAt: { lt: daysAgo(1) } } })
  await db.session.deleteMany({ where: { expiresAt: { lt: daysAgo(1) } } })
  const unused = { lastUsedAt: { lt: usedSince() }, orders: { none: {} } }
  const results = await db.portraitResult.findMany({ where: unused, select: { id: true, fileSha256: true }, take: 500 })
  await db.portraitResult.deleteMany({ where: { id: { in: results.map((result) => result.id) }, ...unused } })
  const released = await releaseStyles(db)
  await removeUnusedFiles([...results.map((result) => result.fileSha256), ...released])
  await db.person.deleteMany({
    where: {
      isAnonymous: true,
      createdAt: { lt: daysAgo(1) },
      sessions: { none: {} },
      likes: { none: {} },
      favourites: { none: {} },
      follows: { none: {} },
      orders: { none: {} },
      bookEntries: { none: {} },
    },
  })
}
