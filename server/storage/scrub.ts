import { noteScrub } from '@/server/metrics/picture-metrics'
import { db } from '@/server/platform/db'
import { sha256Of } from './describe-picture'
import { fileKey } from './picture-store'
import { removeOrphan } from './remove-unused-files'
import { store } from './store'

const ROWS_AT_ONCE = 500
const LOOKS_AT_ONCE = 8
/** A file is written before its row, and a preview before its order says so; what is younger than this may still be on its way. */
const GRACE_MS = 60 * 60_000

export interface ScrubWishes {
  /** Part of the files, 0 to 1, that is read whole and compared with its name; of the others the size is. */
  readShare: number
  /** Whether what no row needs stays. */
  isLookOnly?: boolean
  graceMs?: number
  signal?: AbortSignal
}

export interface ScrubReport {
  rows: number
  bytes: number
  /** Read whole. */
  read: number
  /** Rows that point at nothing, and at something else than their name says. */
  missing: string[]
  damaged: string[]
  /** Files without a row, writes that were broken off, and folders of previews whose order is over: removed. */
  orphans: number
  halves: number
  previews: number
}

type Found = 'whole' | 'missing' | 'damaged'

async function lookAt(row: { sha256: string; bytes: number }, isRead: boolean): Promise<Found> {
  if (!isRead) {
    const size = await store.size(fileKey(row.sha256))
    if (size === null) return 'missing'
    return size === row.bytes ? 'whole' : 'damaged'
  }
  const bytes = await store.read(fileKey(row.sha256))
  if (!bytes) return 'missing'
  return sha256Of(bytes) === row.sha256 ? 'whole' : 'damaged'
}

async function stillThere(sha256s: string[]): Promise<string[]> {
  const rows = await db.storedFile.findMany({ where: { sha256: { in: sha256s } }, select: { sha256: true } })
  return rows.map(({ sha256 }) => sha256)
}

async function scrubRows({ readShare, signal }: ScrubWishes, report: ScrubReport): Promise<void> {
  const suspects: Record<'missing' | 'damaged', string[]> = { missing: [], damaged: [] }
  for (let after = ''; ; ) {
    const rows = await db.storedFile.findMany({
      where: { sha256: { gt: after } },
      orderBy: { sha256: 'asc' },
      take: ROWS_AT_ONCE,
      select: { sha256: true, bytes: true },
    })
    const waiting = [...rows]
    const lookAtWaiting = async () => {
      for (let row = waiting.pop(); row; row = waiting.pop()) {
        signal?.throwIfAborted()
        const isRead = Math.random() < readShare
        const found = await lookAt(row, isRead)
        report.rows += 1
        report.bytes += row.bytes
        if (isRead) report.read += 1
        if (found !== 'whole') suspects[found].push(row.sha256)
      }
    }
    await Promise.all(Array.from({ length: LOOKS_AT_ONCE }, lookAtWaiting))
    if (rows.length < ROWS_AT_ONCE) break
    after = rows.at(-1)?.sha256 ?? ''
  }
  // A row that was removed since, together with its file, was never wrong.
  report.missing = await stillThere(suspects.missing)
  report.damaged = await stillThere(suspects.damaged)
}

async function scrubFiles({ isLookOnly, graceMs = GRACE_MS, signal }: ScrubWishes, report: ScrubReport): Promise<void> {
  let batch: string[] = []
  const sort = async () => {
    const kept = new Set(await stillThere(batch))
    for (const sha256 of batch.filter((each) => !kept.has(each))) {
      if (isLookOnly || (await removeOrphan(sha256))) report.orphans += 1
    }
    batch = []
  }
  for await (const { key, modifiedAt } of store.list('files')) {
    signal?.throwIfAborted()
    if (Date.now() - modifiedAt.getTime() < graceMs) continue
    const sha256 = /^files\/..\/([0-9a-f]{64})$/.exec(key)?.[1]
    if (sha256) batch.push(sha256)
    else {
      if (!isLookOnly) await store.remove(key)
      report.halves += 1
    }
    if (batch.length === ROWS_AT_ONCE) await sort()
  }
  await sort()
}

async function scrubPreviews(
  { isLookOnly, graceMs = GRACE_MS, signal }: ScrubWishes,
  report: ScrubReport,
): Promise<void> {
  const youngest = new Map<string, number>()
  for await (const { key, modifiedAt } of store.list('previews')) {
    signal?.throwIfAborted()
    const orderId = key.split('/')[1] ?? ''
    youngest.set(orderId, Math.max(youngest.get(orderId) ?? 0, modifiedAt.getTime()))
  }
  const old = [...youngest].filter(([, at]) => Date.now() - at >= graceMs).map(([orderId]) => orderId)
  for (let start = 0; start < old.length; start += ROWS_AT_ONCE) {
    const ids = old.slice(start, start + ROWS_AT_ONCE)
    const where = { id: { in: ids }, status: { in: ['QUEUED' as const, 'PAINTING' as const] } }
    const active = new Set((await db.portraitOrder.findMany({ where, select: { id: true } })).map(({ id }) => id))
    for (const id of ids.filter((each) => !active.has(each))) {
      if (!isLookOnly) await store.removeAll(`previews/${id}`)
      report.previews += 1
    }
  }
}

/**
 * Compares rows and files both ways: no row may point at nothing, and no file may lie there that no row needs. The first is told, since
 * nothing but a backup can mend it; the second is removed. Safe while the house runs.
 */
export async function scrub(wishes: ScrubWishes): Promise<ScrubReport> {
  const report: ScrubReport = {
    rows: 0,
    bytes: 0,
    read: 0,
    missing: [],
    damaged: [],
    orphans: 0,
    halves: 0,
    previews: 0,
  }
  await scrubRows(wishes, report)
  await scrubFiles(wishes, report)
  await scrubPreviews(wishes, report)
  noteScrub(report.missing.length + report.damaged.length)
  return report
}
