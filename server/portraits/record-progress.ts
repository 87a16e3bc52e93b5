import type { PortraitStage } from '@/lib/contracts/portraits'
import { db } from '@/server/platform/db'
import { announceProgress } from '@/server/realtime/announce'
import { previewFolder } from '@/server/storage/picture-store'
import { store } from '@/server/storage/store'
import type { Claim } from './claim-order'
import { progressEvent, progressSelect } from './progress-event'

export interface Step {
  stage: PortraitStage
  /** 0 to 1. */
  progress: number
  /** A true intermediate painting, encoded. */
  preview: Uint8Array
}

/**
 * Writes a step of the painting: picture, then row, then news. False when the order is no longer this attempt's (cancelled,
 * deleted, claimed anew): the worker then stops.
 */
export async function recordProgress(claim: Pick<Claim, 'id' | 'attempt'>, step: Step): Promise<boolean> {
  const previewKey = `${previewFolder(claim.id)}/${claim.attempt}-${step.stage}.webp`
  await store.write(previewKey, step.preview)
  const [row] = await db.portraitOrder.updateManyAndReturn({
    where: { id: claim.id, attempt: claim.attempt, status: 'PAINTING' },
    data: {
      stage: step.stage,
      progress: step.progress,
      previewKey,
      sequence: { increment: 1 },
      heartbeatAt: new Date(),
    },
    select: progressSelect,
  })
  if (!row) {
    // The order may just have been deleted, with every file of it: this one must not outlive it.
    await store.remove(previewKey)
    return false
  }
  await announceProgress(progressEvent(row))
  return true
}

/** Says that the worker still paints; false as above. */
export async function beat(claim: Pick<Claim, 'id' | 'attempt'>): Promise<boolean> {
  const { count } = await db.portraitOrder.updateMany({
    where: { id: claim.id, attempt: claim.attempt, status: 'PAINTING' },
    data: { heartbeatAt: new Date() },
  })
  return count > 0
}
