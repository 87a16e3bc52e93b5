import type { FailureCode } from '@/lib/contracts/errors'
import type { PortraitQuality, PortraitStage, PortraitStatus } from '@/lib/contracts/portraits'
import type { PortraitProgress } from '@/lib/contracts/realtime'
import { isStoppable } from './is-stoppable'
import { previewUrl } from './portrait-view'

export interface ProgressRow {
  id: string
  attempt: number
  sequence: number
  status: PortraitStatus
  quality: PortraitQuality
  stage: string | null
  progress: number
  loss: number | null
  steps: number
  stopRequestedAt: Date | null
  previewKey: string | null
  failureCode: string | null
}

/** The columns of an order that its news is made of. */
export const progressSelect = {
  id: true,
  attempt: true,
  sequence: true,
  status: true,
  quality: true,
  stage: true,
  progress: true,
  loss: true,
  steps: true,
  stopRequestedAt: true,
  previewKey: true,
  failureCode: true,
} as const

export function progressEvent(row: ProgressRow): PortraitProgress {
  const { attempt, sequence, status, progress, loss, steps } = row
  const stage = row.stage as PortraitStage | null
  return {
    orderId: row.id,
    attempt,
    sequence,
    status,
    stage,
    progress,
    loss,
    steps,
    isStoppable: isStoppable(row),
    previewUrl: previewUrl(row),
    failure: row.failureCode as FailureCode | null,
  }
}
