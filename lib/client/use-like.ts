'use client'

import type { ApiError } from './api-error'
import { setMark, useLiveCount, useMark } from './engagement'
import type { MarkState } from './mark-view'

export interface Like {
  liked: boolean
  count: number
  /** `waiting`: kept in this browser until the house can be reached. */
  state: MarkState
  refusal: ApiError | null
  toggle: () => void
}

/** This person's like of a work and everybody's count, live. `initialCount`: the count that the page was made with. */
export function useLike(artworkId: string, initialCount: number): Like {
  const mark = useMark('like', artworkId, initialCount)
  useLiveCount(artworkId)
  return {
    liked: mark.isOn,
    count: mark.count ?? initialCount,
    state: mark.state,
    refusal: mark.refusal,
    toggle: () => setMark('like', artworkId, !mark.isOn),
  }
}
