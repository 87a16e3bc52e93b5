import type { PortraitStage } from '@/lib/contracts/portraits'
import { db } from '@/server/platform/db'
import { announceProgress } from '@/server/realtime/announce'
import { previewFolder } from '@/server/storage/picture-store'
import { store } from '@/server/storage/store'
import type { Claim } from './claim-order'
import { progressEvent, progressSelect } from './progress-event'
import { tellWaiting } from './tell-waiting'

export interface Step {
  stage: PortraitStage
  /** 0 to 1. */
  progress: number
  /** Refinement's loss at this very picture; null in stages that measure none. */
  loss: number | null
  /** A true intermediate painting, encoded. */
  preview: Uint8Array
}

/**
 * What the order's row says to the attempt that writes: go on; the artist wants no further refinement; or the order is no longer
 * this attempt's (cancelled, deleted, claimed anew), which then stops.
 */
export type Word = 'go on' | 'stop' | 'lost'

const wordOf = (row: { stopRequestedAt: Date | null }): Word => (row.stopRequestedAt ? 'stop' : 'go on')

/** Writes a step of the painting, for all who wait for it: picture, then row, then news. */
export async function recordProgress(claim: Pick<Claim, 'id' | 'attempt'>, step: Step): Promise<Word> {
  const previewKey = `${previewFolder(claim.id)}/${claim.attempt}-${step.stage}`
  await store.write(previewKey, step.preview)
  const [row] = await db.portraitOrder.updateManyAndReturn({
    where: { id: claim.id, attempt: claim.attempt, status: 'PAINTING' },
    data: {
      stage: step.stage,
      progress: step.progress,
      loss: step.loss,
      previewKey,
      sequence: { increment: 1 },
    },
    select: progressSelect,
  })
  if (!row) {
    // The order may just have been deleted, with every file of it: this one must not outlive it.
    await store.remove(previewKey)
    return 'lost'
  }
  await announceProgress(progressEvent(row))
  await tellWaiting(claim.id, { ...step, previewKey })
  return wordOf(row)
}

/** Says that the worker still paints, by the database's clock: a worker whose own is a minute behind would seem dead. */
export async function beat({ id, attempt }: Pick<Claim, 'id' | 'attempt'>): Promise<Word> {
  const [row] = await db.$queryRaw<{ stopRequestedAt: Date | null }[]>`
    UPDATE "PortraitOrder" SET "heartbeatAt" = now() AT TIME ZONE 'UTC'
    WHERE "id" = ${id} AND "attempt" = ${attempt} AND "status" = 'PAINTING' RETURNING "stopRequestedAt"`
  return row ? wordOf(row) : 'lost'
}
