'use client'

import { useEffect, useSyncExternalStore } from 'react'
import { routes } from '@/lib/contracts/routes'
import { browserOutbox, shareOutcomes } from './browser-outbox'
import { call } from './call'
import { EngagementStore } from './engagement-store'
import { onIdentityChange } from './identity'
import type { MarkView } from './mark-view'
import { newId } from './new-id'
import { houseConnection } from './socket'
import type { WishKind } from './wishes'

let store: EngagementStore | null = null

/** This page's likes and favourites. Browser only. */
export function engagementStore(): EngagementStore {
  if (store) return store
  const outbox = browserOutbox()
  const created = new EngagementStore({
    outbox,
    loadMarks: (ids) => call(routes.myMarks, { query: { artworks: ids.join(',') } }),
    loadCount: async (id) => (await call(routes.readArtwork, { params: { id } })).likeCount,
    newId,
  })
  store = created
  const tellOthers = shareOutcomes((outcome) => created.takeOutcome(outcome))
  outbox.listen((outcome) => {
    if ('answer' in outcome) tellOthers(outcome.wish, outcome.answer)
  })
  houseConnection().on('artwork:count', ({ artworkId, likeCount }) => created.takeCount(artworkId, likeCount))
  onIdentityChange(() => created.forgetMarks())
  return created
}

const untouched: MarkView = { isOn: false, count: null, state: 'settled', refusal: null }

/** One mark of this person on one work, live. On the server, and until the page is alive, nothing is marked. */
export function useMark(kind: WishKind, artworkId: string, initialCount: number | null): MarkView {
  useEffect(() => engagementStore().want(artworkId), [artworkId])
  const view = useSyncExternalStore(
    (listener) => engagementStore().subscribe(listener),
    () => engagementStore().view(kind, artworkId, initialCount),
    () => untouched,
  )
  return view === untouched ? { ...untouched, count: initialCount } : view
}

/** Follows a work's like count while mounted, and reads it anew when a lost connection is back. */
export function useLiveCount(artworkId: string): void {
  useEffect(() => {
    let isFirst = true
    return houseConnection().followArtwork(artworkId, () => {
      if (!isFirst) void engagementStore().refreshCount(artworkId)
      isFirst = false
    })
  }, [artworkId])
}
