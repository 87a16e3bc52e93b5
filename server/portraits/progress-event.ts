import type { FailureCode } from '@/lib/contracts/errors'
import type { PortraitStage, PortraitStatus } from '@/lib/contracts/portraits'
import type { PortraitProgress } from '@/lib/contracts/realtime'
import { previewUrl } from './portrait-view'

interface Row {
  id: string
  attempt: number
  sequence: number
  status: PortraitStatus
  stage: string | null
  progress: number
  previewKey: string | null
  failureCode: string | null
}

/** The columns of an order that its news is made of. */
export const progressSelect = {
  id: true,
  attempt: true,
  sequence: true,
  status: true,
  stage: true,
  progress: true,
  previewKey: true,
  failureCode: true,
} as const

export function progressEvent(row: Row): PortraitProgress {
  const { attempt, sequence, status, progress } = row
  const stage = row.stage as PortraitStage | null
  return {
    orderId: row.id,
    attempt,
    sequence,
    status,
    stage,
    progress,
    previewUrl: previewUrl(row),
    failure: row.failureCode as FailureCode | null,
  }
}
