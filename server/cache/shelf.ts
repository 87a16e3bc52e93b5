export interface ShelfEntry<T> {
  value: T
  tags: readonly string[]
  bytes: number
  /** Epoch ms at which its fill began. */
  filledAt: number
  /** Epoch ms at which it was there. */
  readyAt: number
  /** How many before it, one upon the other, were hardly older when they were made anew. */
  turn: number
  /** So long after it was there it outlives any change by as much, ms. */
  youngMs: number
  /** Epoch ms from which it is wrong. */
  until: number
  /** Epoch ms from which it should be read anew in the background. */
  refreshAt: number
  /** Epoch ms before which no new fill is tried while it is given as last good copy. */
  retryAt: number
  /** Something that it was made from has changed: good only as last good copy. */
  isOutdated: boolean
}

/** Entries by key within a limit of bytes; the least recently used goes first. Knows which of them were made from what. */
export class Shelf<T> {
  bytes = 0
  /** A Map keeps the order in which keys were set, which is the order of use. */
  private readonly entries = new Map<string, ShelfEntry<T>>()
  private readonly keysByTag = new Map<string, Set<string>>()

  constructor(private readonly mostBytes: number) {}

  get count(): number {
    return this.entries.size
  }

  /** Counts as a use. */
  find(key: string): ShelfEntry<T> | undefined {
    const entry = this.entries.get(key)
    if (entry) {
      this.entries.delete(key)
      this.entries.set(key, entry)
    }
    return entry
  }

  put(key: string, entry: ShelfEntry<T>): void {
    this.remove(key)
    if (entry.bytes > this.mostBytes) return
    this.entries.set(key, entry)
    this.bytes += entry.bytes
    for (const tag of entry.tags) {
      const keys = this.keysByTag.get(tag) ?? new Set()
      this.keysByTag.set(tag, keys.add(key))
    }
    for (const oldest of this.entries.keys()) {
      if (this.bytes <= this.mostBytes) break
      this.remove(oldest)
    }
  }

  remove(key: string): void {
    const entry = this.entries.get(key)
    if (!entry) return
    this.entries.delete(key)
    this.bytes -= entry.bytes
    for (const tag of entry.tags) {
      const keys = this.keysByTag.get(tag)
      keys?.delete(key)
      if (keys?.size === 0) this.keysByTag.delete(tag)
    }
  }

  /**
   * What was made from `tags` (null: everything, however young) is outdated, at once or after the tag's grace; what is gone is not even
   * kept as last good copy.
   */
  drop(tags: readonly string[] | null, isGone: boolean, graceOf: (tag: string) => number): void {
    if (tags === null) {
      for (const [key, entry] of [...this.entries]) {
        if (isGone) this.remove(key)
        else entry.isOutdated = true
      }
      return
    }
    for (const tag of tags) {
      for (const key of [...(this.keysByTag.get(tag) ?? [])]) this.dropOne(key, isGone, graceOf(tag))
    }
  }

  private dropOne(key: string, isGone: boolean, graceMs: number) {
    if (isGone) this.remove(key)
    else this.outdate(key, graceMs)
  }

  private outdate(key: string, ofTag: number) {
    const entry = this.entries.get(key)
    if (!entry) return
    const now = Date.now()
    const graceMs = now < entry.readyAt + entry.youngMs ? Math.max(ofTag, entry.youngMs) : ofTag
    if (graceMs === 0) {
      entry.isOutdated = true
      return
    }
    // Halfway it is read anew behind the reader's back, so that who comes at its end need not wait.
    entry.until = Math.min(entry.until, now + graceMs)
    entry.refreshAt = Math.min(entry.refreshAt, now + graceMs / 2)
  }
}
