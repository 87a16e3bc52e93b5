import { db } from '@/server/platform/db'
import { logger } from '@/server/platform/logger'
import { usedSince } from '@/server/portraits/finish-from-result'
import { previewFolder } from '@/server/storage/picture-store'
import { removeUnusedFiles } from '@/server/storage/remove-unused-files'
import { store } from '@/server/storage/store'
import { releaseStyles } from '@/server/styles/release-styles'
import { uploadFolder } from '@/server/uploads/upload-view'

/** Sent entries thrown away by one statement. */
const entriesAtOnce = 10_000

/** Rows that are read, or thrown away, by one statement: after an opening night all of them would take longer than a statement may. */
const page = 2_000
/** Folders of previews that are removed at the same time. */
const removedAtOnce = 16

const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000)

/** Previews of orders that have ended: a worker that died had no time to remove its own. */
async function removeOldPreviews(endedSince: Date): Promise<void> {
  const ended = { finishedAt: { gt: endedSince, lt: new Date(Date.now() - 60_000) } }
  await inPages(async (after) => {
    const where = { ...ended, ...(after && { id: { gt: after } }) }
    const orders = await db.portraitOrder.findMany({ where, orderBy: { id: 'asc' }, select: { id: true }, take: page })
    for (const group of groupsOf(orders, removedAtOnce)) {
      await Promise.all(group.map(({ id }) => store.removeAll(previewFolder(id))))
    }
    return orders
  })
}

/** Asks for one page after another, each after the last id of the one before, until one is not full. */
async function inPages(next: (after: string | undefined) => Promise<{ id: string }[]>): Promise<void> {
  let after: string | undefined
  let length: number
  do {
    const rows = await next(after)
    after = rows.at(-1)?.id
    length = rows.length
  } while (length === page)
}

function* groupsOf<T>(rows: readonly T[], size: number): Generator<T[]> {
  for (let at = 0; at < rows.length; at += size) yield rows.slice(at, at + size)
}

/** Files that never became whole. */
async function removeOldUploads(): Promise<void> {
  const old = await db.upload.findMany({ where: { createdAt: { lt: daysAgo(2) } }, select: { id: true }, take: 500 })
  for (const { id } of old) {
    await db.upload.delete({ where: { id } })
    await store.removeAll(uploadFolder(id))
  }
}

/** Outbox entries of a day ago, from the front of the table: those that were sent have no index of their own, which each sending would have to write to. */
async function removeSentEntries(): Promise<void> {
  let removed: number
  do {
    removed = await db.$executeRaw`
      DELETE FROM "OutboxEntry" WHERE "dispatchedAt" < now() AT TIME ZONE 'UTC' - interval '1 day'
        AND "id" IN (SELECT "id" FROM "OutboxEntry" ORDER BY "id" LIMIT ${entriesAtOnce})`
  } while (removed === entriesAtOnce)
}

async function removeUnusedPaintings(): Promise<void> {
  const unused = { lastUsedAt: { lt: usedSince() }, orders: { none: {} } }
  const results = await db.portraitResult.findMany({ where: unused, select: { id: true, fileSha256: true }, take: 500 })
  await db.portraitResult.deleteMany({ where: { id: { in: results.map((result) => result.id) }, ...unused } })
  const released = await releaseStyles(db)
  await removeUnusedFiles([...results.map((result) => result.fileSha256), ...released])
}

const removeDeadSessions = () =>
  inPages(async () => {
    const where = { expiresAt: { lt: daysAgo(1) } }
    const dead = await db.session.findMany({ where, select: { id: true }, take: page })
    await db.session.deleteMany({ where: { id: { in: dead.map(({ id }) => id) }, ...where } })
    return dead
  })

const removeTracelessGuests = () =>
  inPages(async (after) => {
    const traceless = {
      isAnonymous: true,
      createdAt: { lt: daysAgo(1) },
      sessions: { none: {} },
      likes: { none: {} },
      favourites: { none: {} },
      follows: { none: {} },
      orders: { none: {} },
      bookEntries: { none: {} },
    }
    const where = { ...traceless, ...(after && { id: { gt: after } }) }
    const guests = await db.person.findMany({ where, orderBy: { id: 'asc' }, select: { id: true }, take: page })
    await db.person.deleteMany({ where: { id: { in: guests.map(({ id }) => id) }, ...traceless } })
    return guests
  })

/**
 * Throws away what nobody needs: previews and uploads that were left, sent outbox entries, dead sessions, unused cached paintings, manners
 * of works that are gone, guests without a trace. What cannot be done now (the store is away) keeps nothing else from being done.
 *
 * @param endedSince orders that ended before it have been looked at
 * @returns whether all of it was done
 */
export async function expireRecords(endedSince: Date = daysAgo(1)): Promise<boolean> {
  const removals = {
    previews: () => removeOldPreviews(endedSince),
    uploads: removeOldUploads,
    outbox: removeSentEntries,
    sessions: removeDeadSessions,
    paintings: removeUnusedPaintings,
    guests: removeTracelessGuests,
  }
  let isDone = true
  for (const [what, remove] of Object.entries(removals)) {
    await remove().catch((error: unknown) => {
      isDone = false
      logger.warn({ err: error, what }, 'expiry')
    })
  }
  return isDone
}
