import { withinTime } from '@/server/platform/within-time'
import { changes } from './changes'
import { noteFailure, noteSource } from './gather'
import { listenForChanges } from './listen-for-changes'
import { Shelf, type ShelfEntry } from './shelf'

/** Without notices of other processes an answer may be wrong, so it is kept this long only. */
const UNHEARD_MS = 1_000
/** After a fill that failed or came late, the last good copy is given at once for so long before the next one is tried. */
const PAUSE_MS = 1_000
/** No fill is waited for longer, whatever hangs. */
const LONGEST_FILL_MS = 9_000
/** So many answers that hardly lived say that the next one will not either. */
const TURNS = 3
/** A fill that something changed beneath is done again; after so many its answer is given, and kept as last good copy alone. */
const MOST_ROUNDS = 3

export interface CacheRules {
  /** For logs and metrics. */
  name: string
  /** What is kept at most, bytes; the least recently used goes first. */
  mostBytes: number
  /** Age, ms, at which an answer is read anew in the background, in case that a change was announced by nobody. */
  freshMs: number
  /** Time, ms, for a fill to come before the last good copy is given instead. */
  limitMs: number
  /** Greatest age, ms, of a last good copy. */
  lastGoodMs: number
  /** How long, ms, an answer may outlive a change of this tag; 0 unless given. */
  graceMs?: (tag: string) => number
  /**
   * Where an answer has been made anew again and again, each time sooner than twice this, ms, the next one outlives any change for so long,
   * unless something is gone; 0 unless given. So what changes without end is made a part of the time only, and what changes now and then
   * at once (docs/decisions/0244).
   */
  youngMs?: number
}

export interface Filled<T> {
  value: T
  /** What it was made from. */
  tags: Iterable<string>
  bytes: number
  /** Epoch ms from which it is wrong without any change; one that is past keeps the answer out of the cache. */
  until?: number
  /** It was made from last good copies. */
  isStale?: boolean
}

export interface Served<T> {
  value: T
  /** A last good copy: what is true now could not be read, or not in time. */
  isStale: boolean
  /** Epoch ms at which its fill began. */
  filledAt: number
}

function failed(reason: unknown): never {
  noteFailure()
  throw reason
}

interface Flight<T> {
  startedAt: number
  landing: Promise<Answer<T> | null>
  next?: Promise<Answer<T> | null>
}
type Kept = Pick<ShelfEntry<unknown>, 'bytes' | 'turn' | 'youngMs'> & { isOfLastGood: boolean }
type Answer<T> = Served<T> & Pick<ShelfEntry<T>, 'tags' | 'until'>

/**
 * What many people ask for and what is the same for all of them: filled once however many ask at a time (single flight), dropped by the
 * tags of whatever changes it (`announceChange`), and still there as last good copy when it cannot be read.
 *
 * Within this process an answer is never older than a change whose transaction has been committed before the question, but by the graces
 * of its rules (`graceMs`, `youngMs`); in other processes it takes PostgreSQL's notice to get there.
 */
export class Cache<T> {
  readonly figures = { hits: 0, misses: 0, lastGood: 0, fills: 0, failures: 0 }
  private readonly shelf: Shelf<T>
  private readonly flights = new Map<string, Flight<T>>()

  constructor(private readonly rules: CacheRules) {
    this.shelf = new Shelf(rules.mostBytes)
    changes.hear((changed, isGone) => this.shelf.drop(changed, isGone, this.graceOf))
  }

  get size(): { entries: number; bytes: number } {
    return { entries: this.shelf.count, bytes: this.shelf.bytes }
  }

  /** The answer under `key` where it is there, fresh and no reader need do more about it. */
  peek(key: string): Served<T> | undefined {
    const now = Date.now()
    const entry = this.shelf.find(key)
    if (!entry || !this.isFresh(entry, now) || now > entry.refreshAt) return undefined
    this.figures.hits++
    noteSource({ ...entry, isStale: false })
    return { value: entry.value, isStale: false, filledAt: entry.filledAt }
  }

  /**
   * The answer under `key`, from the cache or by `fill`; null when `fill` finds that there is none, which is never kept.
   *
   * @throws what `fill` throws, or HouseError unavailable where it hangs, when there is no last good copy either
   */
  async read(key: string, fill: () => Promise<Filled<T> | null>): Promise<Served<T> | null> {
    const kept = this.peek(key)
    if (kept) return kept
    listenForChanges()
    const now = Date.now()
    const entry = this.shelf.find(key)
    if (entry && this.isFresh(entry, now)) {
      this.figures.hits++
      this.refresh(key, entry, fill)
      return this.give({ ...entry, isStale: false })
    }
    this.figures.misses++
    const lastGood = entry && now < entry.filledAt + this.rules.lastGoodMs ? entry : undefined
    if (lastGood && now < lastGood.retryAt) return this.giveLastGood(lastGood)
    const flight = this.board(key, fill)
    if (!lastGood) return this.give(await flight.landing.catch(failed))
    let answer: Answer<T> | null
    try {
      answer = await withinTime(flight.landing, flight.startedAt + this.rules.limitMs - now)
    } catch {
      lastGood.retryAt = Date.now() + PAUSE_MS
      return this.giveLastGood(lastGood)
    }
    return this.give(answer)
  }

  private isFresh(entry: ShelfEntry<T>, now: number): boolean {
    const isHeard = changes.isListening || now < entry.filledAt + UNHEARD_MS
    return isHeard && !entry.isOutdated && now < entry.until
  }

  private refresh(key: string, entry: ShelfEntry<T>, fill: () => Promise<Filled<T> | null>) {
    entry.refreshAt = Date.now() + PAUSE_MS
    this.board(key, fill).landing.catch(() => {})
  }

  /** The fill under way, or a new one. While a change is being made here, only one that has not begun yet is good enough. */
  private board(key: string, fill: () => Promise<Filled<T> | null>): Flight<T> {
    const running = this.flights.get(key)
    if (!running) return this.launch(key, fill)
    if (changes.held.size === 0) return running
    const after = () => this.launch(key, fill).landing
    running.next ??= running.landing.then(after, after)
    return { startedAt: running.startedAt, landing: running.next }
  }

  private launch(key: string, fill: () => Promise<Filled<T> | null>): Flight<T> {
    const landing = this.fill(key, fill).finally(() => {
      if (this.flights.get(key) === flight) this.flights.delete(key)
    })
    const flight: Flight<T> = { startedAt: Date.now(), landing }
    this.flights.set(key, flight)
    return flight
  }

  private async fill(key: string, fill: () => Promise<Filled<T> | null>): Promise<Answer<T> | null> {
    for (let round = 1; ; round++) {
      this.figures.fills++
      const [then, filledAt] = [changes.now, Date.now()]
      const filled = await this.carryOut(fill)
      if (filled === null) {
        this.shelf.remove(key)
        return null
      }
      const tags = [...filled.tags]
      const changed = changes.changedSince(then, tags)
      const isAnythingGone = changes.isAnythingGoneSince(then)
      const turn = this.turnAfter(this.shelf.find(key))
      const youngMs = turn < TURNS || isAnythingGone ? 0 : (this.rules.youngMs ?? 0)
      const graces = changed.map((tag) => Math.max(youngMs, this.graceOf(tag)))
      const isOvertaken = graces.includes(0)
      if (isOvertaken && round < MOST_ROUNDS) continue
      // Counted from here: what took longer to make than a grace lasts, as everything does in a crowded hour, would never be there.
      const limits = graces.filter((grace) => grace > 0).map((grace) => Date.now() + grace)
      const until = Math.min(filled.until ?? Number.POSITIVE_INFINITY, ...limits)
      const isOfLastGood = filled.isStale ?? false
      const answer = { value: filled.value, tags, until, filledAt, isStale: isOvertaken || isOfLastGood }
      // It may show what is gone.
      if (isOvertaken && isAnythingGone) return answer
      if (until > Date.now()) this.keep(key, answer, { bytes: filled.bytes, isOfLastGood, turn, youngMs })
      else if (!isOfLastGood) this.shelf.remove(key)
      return answer
    }
  }

  private turnAfter(entry: ShelfEntry<T> | undefined): number {
    return entry && Date.now() < entry.readyAt + 2 * (this.rules.youngMs ?? 0) ? entry.turn + 1 : 0
  }

  private async carryOut(fill: () => Promise<Filled<T> | null>) {
    try {
      return await withinTime(fill(), LONGEST_FILL_MS)
    } catch (error) {
      this.figures.failures++
      throw error
    }
  }

  /**
   * One that a change has overtaken, or is about to, is kept as last good copy; so is one made from last good copies, which yields to
   * whatever is there.
   */
  private keep(key: string, answer: Answer<T>, { isOfLastGood, ...more }: Kept) {
    const { value, tags, until, filledAt, isStale } = answer
    if (isOfLastGood && this.shelf.find(key)) return
    const isOutdated = isStale || changes.isHeld(tags.filter((tag) => this.graceOf(tag) === 0))
    const readyAt = Date.now()
    // Halfway to where it ends it is read anew behind the reader's back, so that who comes then need not wait.
    const refreshAt = Math.min(filledAt + this.rules.freshMs, (readyAt + until) / 2)
    this.shelf.put(key, { value, tags, until, filledAt, readyAt, isOutdated, refreshAt, retryAt: 0, ...more })
  }

  private giveLastGood(entry: ShelfEntry<T>): Served<T> {
    this.figures.lastGood++
    return this.give({ ...entry, isStale: true }) as Served<T>
  }

  private give(answer: Answer<T> | null): Served<T> | null {
    if (!answer) return null
    noteSource(answer)
    const { value, isStale, filledAt } = answer
    return { value, isStale, filledAt }
  }

  private graceOf = (tag: string): number => this.rules.graceMs?.(tag) ?? 0
}
