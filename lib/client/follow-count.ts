import type { EngagementStore } from './engagement-store'
import { houseConnection } from './socket'

const told = new WeakSet<EngagementStore>()

/** Follows a work's like count until the answer is called, and reads it anew when a lost connection is back. */
export function followCount(store: EngagementStore, artworkId: string): () => void {
  if (!told.has(store)) {
    told.add(store)
    houseConnection().on('artwork:count', (event) => store.takeCount(event.artworkId, event.likeCount))
  }
  store.showCount(artworkId)
  let isFirst = true
  return houseConnection().followArtwork(artworkId, () => {
    if (!isFirst) void store.refreshCount(artworkId)
    isFirst = false
  })
}
