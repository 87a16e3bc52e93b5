'use client'

import type { ApiError } from './api-error'
import { setMark, useMark } from './engagement'
import type { MarkState } from './mark-view'

export interface Favourite {
  kept: boolean
  state: MarkState
  refusal: ApiError | null
  toggle: () => void
}

/** Whether this person keeps a work among their favourites. */
export function useFavourite(artworkId: string): Favourite {
  const mark = useMark('favourite', artworkId, null)
  return {
    kept: mark.isOn,
    state: mark.state,
    refusal: mark.refusal,
    toggle: () => setMark('favourite', artworkId, !mark.isOn),
  }
}
