import { houseConnection } from './socket'

const readers = new Set<() => void>()

/** Says to the rest of the page that everything was read. */
export function announceNoticesRead(): void {
  for (const reader of readers) reader()
}

/** Hears of notices that arrive while something else of this page keeps a connection, and of their being read. */
export function followNotices(onArrived: () => void, onRead: () => void): () => void {
  readers.add(onRead)
  const leave = houseConnection().on('notice:arrived', onArrived)
  return () => {
    readers.delete(onRead)
    leave()
  }
}
