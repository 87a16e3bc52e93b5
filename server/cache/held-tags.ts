import { changes } from './changes'

/** A change that is announced is about to be committed; one that was rolled back is never heard of. */
const LONGEST_HOLD_MS = 3_000

/**
 * From now on until `releaseTags` this process keeps nothing that was made from these: somebody is about to change them, and who reads
 * right after the commit may be faster than its notice.
 *
 * @param id of the change; its notice carries it
 */
export function holdTags(id: string, tags: readonly string[], isGone: boolean): void {
  changes.held.set(id, new Set(tags))
  changes.note(tags, isGone, false)
  setTimeout(() => releaseTags(id), LONGEST_HOLD_MS).unref()
}

export function releaseTags(id: string): void {
  changes.held.delete(id)
}
