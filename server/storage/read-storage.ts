import { statfs } from 'node:fs/promises'
import { type FileKind, fileKinds, type StorageFigures } from '@/lib/contracts/storage'
import { requireRole } from '@/server/accounts/require-role'
import type { Viewer } from '@/server/accounts/viewer'
import { db } from '@/server/platform/db'
import { env } from '@/server/platform/env'
import { shared } from '@/server/platform/shared'

/** Figures are a look at every file: asked for again within this time, ms, they are those of before. */
const FRESH_MS = 60_000

interface Kept {
  figures: StorageFigures | null
}

/**
 * What is kept, by what it is for, and how much of the disk is free; at most a minute old.
 *
 * @throws {HouseError} not_signed_in, account_needed, forbidden
 */
export async function readStorage(viewer: Viewer | null): Promise<StorageFigures> {
  requireRole(viewer, 'OPERATOR')
  const kept = shared('storage-figures', (): Kept => ({ figures: null }))
  const isFresh = kept.figures && Date.now() - Date.parse(kept.figures.readAt) < FRESH_MS
  if (!kept.figures || !isFresh) kept.figures = await count()
  return kept.figures
}

async function count(): Promise<StorageFigures> {
  const [rows, arriving, disk] = await Promise.all([
    db.$queryRaw<{ kind: FileKind; files: number; bytes: number }[]>`
      SELECT "kind", count(*)::int AS "files", sum("bytes")::float8 AS "bytes" FROM (
        SELECT f."bytes", CASE
          WHEN EXISTS (SELECT 1 FROM "Picture" p JOIN "PortraitOrder" o ON o."photoId" = p."id" WHERE p."fileSha256" = f."sha256")
            THEN 'photos'
          WHEN EXISTS (SELECT 1 FROM "PortraitResult" r WHERE r."fileSha256" = f."sha256")
            OR EXISTS (SELECT 1 FROM "Picture" p JOIN "PortraitOrder" o ON o."paintingId" = p."id" WHERE p."fileSha256" = f."sha256")
            THEN 'paintings'
          WHEN EXISTS (SELECT 1 FROM "Picture" p WHERE p."fileSha256" = f."sha256" AND p."ownerId" IS NOT NULL) THEN 'works'
          WHEN EXISTS (SELECT 1 FROM "Picture" p WHERE p."fileSha256" = f."sha256") THEN 'house'
          WHEN EXISTS (SELECT 1 FROM "Derivative" d WHERE d."fileSha256" = f."sha256") THEN 'copies'
          WHEN EXISTS (SELECT 1 FROM "TourStop" t WHERE f."sha256" IN (t."audioEnSha256", t."audioZhSha256")) THEN 'voices'
          ELSE 'others' END AS "kind"
        FROM "StoredFile" f) kinds
      GROUP BY 1`,
    db.upload.aggregate({ _sum: { bytes: true } }),
    readDisk(),
  ])
  const nothing = { files: 0, bytes: 0 }
  return {
    kinds: fileKinds.map((kind) => ({ kind, ...(rows.find((row) => row.kind === kind) ?? nothing) })),
    arrivingBytes: arriving._sum.bytes ?? 0,
    disk,
    readAt: new Date().toISOString(),
  }
}

/** Null where pictures lie in a bucket, which is never full. */
async function readDisk(): Promise<StorageFigures['disk']> {
  if (env.S3_BUCKET) return null
  const { bavail, blocks, bsize } = await statfs(env.VERNISSAGE_DATA)
  return { freeBytes: bavail * bsize, totalBytes: blocks * bsize }
}
