import type { ArtworkView, MyMarks } from '@/lib/contracts/artworks'
import type { ApiError } from './api-error'
import type { WishAnswer } from './browser-outbox'
import { type Confirmed, type MarkView, markView } from './mark-view'
import type { Outbox, Outcome } from './outbox'
import type { WishKind } from './wishes'

export interface EngagementOptions {
  outbox: Outbox<WishAnswer>
  /** Which of these works (200 at most) this person likes and keeps. */
  loadMarks: (artworkIds: string[]) => Promise<MyMarks>
  loadCount: (artworkId: string) => Promise<ArtworkView['likeCount']>
  newId: () => string
}

const mostIdsAtOnce = 200
const collectMs = 20

/** Likes and favourites of one page: what the house said, what waits in the outbox, and the counts as they change. */
export class EngagementStore {
  private readonly options: EngagementOptions
  private readonly marks: Record<WishKind, Map<string, Confirmed>> = { like: new Map(), favourite: new Map() }
  private readonly counts = new Map<string, number>()
  /** Counts that arrived while our own like was on its way: it may or may not be among them, so they wait for its answer. */
  private readonly heldCounts = new Map<string, number>()
  private readonly refusals = new Map<string, ApiError>()
  private readonly views = new Map<string, MarkView>()
  private readonly listeners = new Set<() => void>()
  private readonly wanted = new Set<string>()
  private readonly asked = new Set<string>()
  /** Works whose count stands on the page. */
  private readonly counted = new Set<string>()
  private collector: ReturnType<typeof setTimeout> | null = null

  constructor(options: EngagementOptions) {
    this.options = options
    options.outbox.subscribe(() => this.changed())
    options.outbox.listen((outcome) => this.takeOutcome(outcome))
  }

  subscribe(listener: () => void): () => void {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  /** The same object until something changes. `initialCount`: what the page was made with; null for favourites. */
  view(kind: WishKind, artworkId: string, initialCount: number | null): MarkView {
    const key = keyOf(kind, artworkId)
    const known = this.views.get(key)
    if (known) return known
    const { outbox } = this.options
    const view = markView({
      confirmed: this.marks[kind].get(artworkId) ?? null,
      wish: outbox.pending(kind, artworkId),
      isStuck: outbox.isStuck,
      count: kind === 'like' ? (this.counts.get(artworkId) ?? initialCount) : null,
      refusal: this.refusals.get(key) ?? null,
    })
    this.views.set(key, view)
    return view
  }

  /** Turns a mark on or off. Shown at once, stored at once, sent as soon as possible. */
  set(kind: WishKind, artworkId: string, isOn: boolean): void {
    this.refusals.delete(keyOf(kind, artworkId))
    this.options.outbox.add({ id: this.options.newId(), kind, artworkId, isOn, attempts: 0, madeAt: Date.now() })
  }

  /** Asks for this work's marks, together with all others that are asked for within a moment. */
  want(artworkId: string): void {
    if (this.asked.has(artworkId)) return
    this.asked.add(artworkId)
    this.wanted.add(artworkId)
    this.collector ??= setTimeout(() => {
      this.collector = null
      void this.collect()
    }, collectMs)
  }

  /** A count that somebody's like made. */
  takeCount(artworkId: string, likeCount: number): void {
    const { inFlight } = this.options.outbox
    if (inFlight?.kind === 'like' && inFlight.artworkId === artworkId) {
      this.heldCounts.set(artworkId, likeCount)
      return
    }
    this.counts.set(artworkId, likeCount)
    this.changed()
  }

  /**
   * A work's count stands on the page, which may have been made a second before this person's like, and opened after all were told of it
   * (docs/decisions/0076): who likes a work finds themselves in its count.
   */
  showCount(artworkId: string): void {
    this.counted.add(artworkId)
    this.countMine(artworkId)
  }

  private countMine(artworkId: string): void {
    const isMissing = this.marks.like.get(artworkId) && !this.counts.has(artworkId)
    if (isMissing && this.counted.has(artworkId)) void this.refreshCount(artworkId)
  }

  /** Reads a count anew, after a time without events. */
  async refreshCount(artworkId: string): Promise<void> {
    const count = await this.options.loadCount(artworkId).catch(() => null)
    if (count !== null) this.takeCount(artworkId, count)
  }

  /** Somebody else is looking now: their marks are not known yet. */
  forgetMarks(): void {
    const ids = [...this.asked]
    this.asked.clear()
    this.marks.like.clear()
    this.marks.favourite.clear()
    for (const id of ids) this.want(id)
    this.changed()
  }

  takeOutcome(outcome: Outcome<WishAnswer>): void {
    const { kind, artworkId } = outcome.wish
    const held = this.heldCounts.get(artworkId)
    this.heldCounts.delete(artworkId)
    if ('error' in outcome) {
      this.refusals.set(keyOf(kind, artworkId), outcome.error)
      if (held !== undefined) this.counts.set(artworkId, held)
    } else {
      this.marks[kind].set(artworkId, outcome.answer.isOn)
      const count = held ?? outcome.answer.count
      if (kind === 'like' && count !== null) this.counts.set(artworkId, count)
    }
    this.changed()
  }

  private async collect(): Promise<void> {
    const ids = [...this.wanted].slice(0, mostIdsAtOnce)
    for (const id of ids) this.wanted.delete(id)
    if (ids.length === 0) return
    try {
      const { liked, kept } = await this.options.loadMarks(ids)
      for (const id of ids) {
        // An answer to a wish that came meanwhile is younger than this list.
        if (!this.marks.like.has(id)) this.marks.like.set(id, liked.includes(id))
        if (!this.marks.favourite.has(id)) this.marks.favourite.set(id, kept.includes(id))
        this.countMine(id)
      }
    } catch {
      // Nothing is shown as liked; the next page, or coming back online, asks again.
      for (const id of ids) this.asked.delete(id)
    }
    this.changed()
    await this.collect()
  }

  private changed(): void {
    this.views.clear()
    for (const listener of this.listeners) listener()
  }
}

function keyOf(kind: WishKind, artworkId: string): string {
  return `${kind}:${artworkId}`
}
