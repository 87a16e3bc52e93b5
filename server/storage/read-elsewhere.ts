import type { PictureStore } from './picture-store'

/**
 * A store whose objects come from another region by replication, which takes its time: what is not here yet is read there. Objects never
 * change, so it does not matter who answers. Everything else is done here alone. Where the other one does not answer, what is missing here is
 * `unavailable`, and not gone: an order is then tried again, and nobody is told that their photo cannot be read.
 */
export function readElsewhere(own: PictureStore, other: Pick<PictureStore, 'read' | 'size'>): PictureStore {
  return {
    ...own,
    read: async (key) => (await own.read(key)) ?? other.read(key),
    size: async (key) => (await own.size(key)) ?? other.size(key),
    // An address of our own bucket would lead a browser to nothing; without one, the bytes go through us.
    presign: async (key, expires) => ((await own.size(key)) === null ? null : own.presign(key, expires)),
  }
}
