import { shared } from '@/server/platform/shared'

/** Tags whose last change is remembered; beyond it everything counts as changed just now, which is dear but never wrong. */
const MOST_TAGS = 20_000

/**
 * Hears of changes: their tags, or null when anything may have changed. `isGone`: what they name must not be shown again. `isCommitted`:
 * the change can be read; false where this process is about to make it.
 */
type Hearer = (tags: readonly string[] | null, isGone: boolean, isCommitted: boolean) => void

/**
 * What this process knows of changes. Time is counted in changes: `now` rises with each, so that an answer which was begun at `now`
 * can tell afterwards whether it is still right.
 */
class Changes {
  now = 0
  /** By change id: tags that a transaction of this process is about to change. */
  readonly held = new Map<string, ReadonlySet<string>>()
  /** Whether notices of other processes arrive. */
  isListening = false
  private readonly hearers = new Set<Hearer>()
  private readonly lastChange = new Map<string, number>()
  private everything = 0
  private lastGone = 0

  hear(hearer: Hearer): void {
    this.hearers.add(hearer)
  }

  note(tags: readonly string[] | null, isGone = false, isCommitted = true): void {
    this.now++
    // What nobody heard of may have been that.
    if (isGone || tags === null) this.lastGone = this.now
    if (tags === null || this.lastChange.size + tags.length > MOST_TAGS) {
      this.everything = this.now
      this.lastChange.clear()
    }
    for (const tag of tags ?? []) this.lastChange.set(tag, this.now)
    for (const hearer of this.hearers) hearer(tags, isGone, isCommitted)
  }

  /** Those of the tags that changed after `then`. */
  changedSince(then: number, tags: Iterable<string>): string[] {
    return [...tags].filter((tag) => Math.max(this.everything, this.lastChange.get(tag) ?? 0) > then)
  }

  /** Whether anything at all was, or may have been, deleted or made private after `then`. */
  isAnythingGoneSince(then: number): boolean {
    return this.lastGone > then
  }

  isHeld(tags: Iterable<string>): boolean {
    if (this.held.size === 0) return false
    const all = [...tags]
    return [...this.held.values()].some((held) => all.some((tag) => held.has(tag)))
  }
}

export const changes = shared('cache-changes', () => new Changes())
