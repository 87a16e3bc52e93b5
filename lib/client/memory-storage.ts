import type { WishStorage } from './outbox'
import type { Wish } from './wishes'

/** Wishes for as long as the page lives. */
export function memoryStorage(initial: Wish[] = []): WishStorage {
  let wishes = initial
  return {
    read: () => wishes,
    write: (next) => {
      wishes = next
    },
  }
}
