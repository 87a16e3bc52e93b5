import { tellPainted } from '@/server/notices/tell-painted'
import type { Transaction } from '@/server/platform/db'
import { env } from '@/server/platform/env'
import { describePicture } from '@/server/storage/describe-picture'
import { holdFile } from '@/server/storage/keep-file'
import { fileKey } from '@/server/storage/picture-store'
import { store } from '@/server/storage/store'

export interface Unfinished {
  id: string
  personId: string
  attempt: number
}

const resultSelect = {
  id: true,
  fileSha256: true,
  width: true,
  height: true,
  blur: true,
  colour: true,
  steps: true,
  loss: true,
  lastUsedAt: true,
} as const

const hourMs = 3_600_000
const dayMs = 24 * hourMs

/** Since when a result must have been used to be served; an order that shows it keeps its row, but not its place in the cache. */
export const usedSince = () => new Date(Date.now() - env.PORTRAIT_CACHE_DAYS * dayMs)

/** That a result was used is noted once an hour: many may serve the same painting at the same moment. */
export const hourAgo = () => new Date(Date.now() - hourMs)

/**
 * Ends orders with a painting that was made before under this key, if there is one. Each owner gets a picture of their own: nothing
 * tells whose order it was painted for first. An order that is no longer this attempt's is left alone.
 *
 * @returns the ids of those that ended
 */
export async function finishAllFromResult(
  tx: Transaction,
  orders: readonly Unfinished[],
  cacheKey: string,
): Promise<string[]> {
  const result = await tx.portraitResult.findUnique({ where: { cacheKey }, select: resultSelect })
  if (!result || result.lastUsedAt < usedSince()) return []
  const { id: resultId, fileSha256, width, height, steps, loss } = result
  await holdFile(tx, fileSha256)
  const look = await lookOf(result)
  if (!look) return []
  const pictures = await tx.picture.createManyAndReturn({
    data: orders.map(({ personId: ownerId }) => ({ ownerId, fileSha256, width, height, ...look })),
    select: { id: true, ownerId: true },
  })
  // By owner, whatever the order in which they come back.
  const pictureIds = orders.map(({ personId }) => {
    const at = pictures.findIndex(({ ownerId }) => ownerId === personId)
    return pictures.splice(at, 1)[0]?.id ?? ''
  })
  const ended = await tx.$queryRaw<{ id: string; paintingId: string }[]>`
    UPDATE "PortraitOrder" o
    SET "status" = 'PAINTED', "paintingId" = done."pictureId", "resultId" = ${resultId}, "steps" = ${steps}, "loss" = ${loss},
      "progress" = 1, "sequence" = o."sequence" + 1, "finishedAt" = now() AT TIME ZONE 'UTC', "updatedAt" = now() AT TIME ZONE 'UTC',
      "previewKey" = NULL, "leaderId" = NULL
    FROM unnest(${orders.map(({ id }) => id)}::text[], ${orders.map(({ personId }) => personId)}::text[],
      ${orders.map(({ attempt }) => attempt)}::int[], ${pictureIds}::text[]) AS done ("id", "personId", "attempt", "pictureId")
    WHERE o."id" = done."id" AND o."personId" = done."personId" AND o."attempt" = done."attempt" AND o."status" IN ('QUEUED', 'PAINTING')
    RETURNING o."id", o."paintingId"`
  await tellPainted(
    tx,
    ended.map(({ id }) => id),
  )
  const used = new Set(ended.map(({ paintingId }) => paintingId))
  const unused = pictureIds.filter((id) => !used.has(id))
  if (unused.length > 0) await tx.picture.deleteMany({ where: { id: { in: unused } } })
  if (ended.length > 0 && result.lastUsedAt < hourAgo()) {
    await tx.portraitResult.updateMany({ where: { id: resultId }, data: { lastUsedAt: new Date() } })
  }
  return ended.map(({ id }) => id)
}

/** The same for one order; false when there is no such painting, or when the order is no longer this attempt's. */
export async function finishFromResult(tx: Transaction, order: Unfinished, cacheKey: string): Promise<boolean> {
  return (await finishAllFromResult(tx, [order], cacheKey)).length > 0
}

/** Results of the release before do not know their blur and colour: their picture is looked at. Null when it is gone. */
async function lookOf(result: { fileSha256: string; blur: string | null; colour: string | null }) {
  const { fileSha256, blur, colour } = result
  if (blur !== null && colour !== null) return { blur, colour }
  const bytes = await store.read(fileKey(fileSha256))
  return bytes && (({ blur, colour }) => ({ blur, colour }))(await describePicture(bytes))
}
