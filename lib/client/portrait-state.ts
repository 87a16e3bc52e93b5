import type { PortraitStatus, PortraitView } from '@/lib/contracts/portraits'
import type { PortraitProgress } from '@/lib/contracts/realtime'

interface Step {
  attempt: number
  sequence: number
}

/** Above 0 when `a` is younger than `b`: a later attempt, or a later step of the same. */
export function compareSteps(a: Step, b: Step): number {
  return a.attempt - b.attempt || a.sequence - b.sequence
}

/** True while something may still happen to the order without its artist's doing. */
export function isUnderway(status: PortraitStatus): boolean {
  return status === 'QUEUED' || status === 'PAINTING'
}

function isOnEasel(status: PortraitStatus): boolean {
  return status === 'PAINTING' || status === 'PAINTED'
}

/** The order after one event; the very same object when the event is old news or another order's. */
export function applyProgress(view: PortraitView, event: PortraitProgress): PortraitView {
  if (event.orderId !== view.id || compareSteps(event, view) <= 0) return view
  const { attempt, sequence, status, stage, progress, loss, steps, isStoppable, previewUrl, failure } = event
  const isNewAttempt = attempt > view.attempt
  return {
    ...view,
    attempt,
    sequence,
    status,
    stage,
    progress,
    loss,
    steps,
    isStoppable,
    failure,
    // An event without a preview does not take the last one off the easel, or it would flicker until the finished picture is there.
    previewUrl: previewUrl ?? (!isNewAttempt && isOnEasel(status) ? view.previewUrl : null),
    queuePosition: status === 'QUEUED' ? view.queuePosition : null,
    estimateSeconds: status === 'QUEUED' || status === 'PAINTING' ? view.estimateSeconds : null,
  }
}

/** The order after a snapshot: the snapshot, unless events have overtaken it on its way. */
export function applySnapshot(view: PortraitView, snapshot: PortraitView): PortraitView {
  return compareSteps(snapshot, view) < 0 ? view : snapshot
}

/** True when events alone cannot show the present state: a finished painting's picture comes with the snapshot. */
export function needsSnapshot(view: PortraitView): boolean {
  return view.status === 'PAINTED' && view.painting === null
}

/**
 * ms until the snapshot is to be read again, null for never. Queue positions come with snapshots only; while painting, events
 * carry everything, and reading is the net beneath them.
 */
export function pollDelay(view: PortraitView, isConnected: boolean): number | null {
  if (needsSnapshot(view)) return 500
  if (view.status === 'QUEUED') return isConnected ? 3_000 : 2_000
  if (view.status === 'PAINTING') return isConnected ? 10_000 : 1_500
  return null
}
