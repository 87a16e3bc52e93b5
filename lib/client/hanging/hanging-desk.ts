import type { ChangeHangingsAnswer, DeskPlace, DeskRoom, HangingChange } from '@/lib/contracts/desk-hanging'
import { newUuid } from '../new-uuid'
import {
  type HangingModel,
  isSamePlace,
  type LostWish,
  openModel,
  type PlacedHanging,
  placedHangings,
  refresh,
  send,
  settle,
  strandedHangings,
  takeBack,
  type Wish,
  wish,
} from './hanging-model'

/** One act of a curator: where its works were, and where they went. */
interface Act {
  before: Wish[]
  after: Wish[]
}

export type SaveState = 'saved' | 'waiting' | 'saving' | 'failed'

export interface DeskState {
  model: HangingModel
  past: Act[]
  future: Act[]
  lost: LostWish[]
  save: SaveState
  /** Why the last saving failed; null while it goes well. */
  problem: unknown
  /** Works that an undo left alone, since somebody else has moved them in the meantime. */
  leftAlone: Wish[]
}

/** How the desk reaches the house. */
export interface DeskLine {
  save(changes: HangingChange[]): Promise<ChangeHangingsAnswer>
  load(): Promise<DeskRoom>
  /** Whether a failure may be gone at the next try. */
  isTransient(error: unknown): boolean
}

/** Acts that follow each other within this time are saved together, ms. */
const settleMs = 500
const retryMs = [1_000, 2_000, 5_000, 10_000]
const mostAtOnce = 200
const mostActs = 200

/**
 * The hanging of one room on one curator's screen: acts are shown at once, saved by themselves, undone and done again. One request is under
 * way at a time, so that no older answer ever overwrites a newer one.
 */
export class HangingDesk {
  private current: DeskState
  private readonly line: DeskLine
  private readonly listeners = new Set<() => void>()
  private timer: ReturnType<typeof setTimeout> | null = null
  private isBusy = false
  private isStale = false
  private failures = 0

  constructor(room: DeskRoom, line: DeskLine) {
    this.line = line
    const empty = { past: [], future: [], lost: [], leftAlone: [], problem: null }
    this.current = { model: openModel(room), save: 'saved', ...empty }
  }

  get state(): DeskState {
    return this.current
  }

  subscribe(listener: () => void): () => void {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  /**
   * Carries an act out. What it does not change is left out; an act without a change is none. On walls that it touches, works that the
   * house had laid out are pinned where they are, or they would flow around what is put there.
   */
  act(wishes: Wish[]): void {
    const placed = this.seen()
    const before = wishes.map((one) => ({ ...one, place: placeOf(placed, one.hangingId) }))
    const isChange = (index: number) => !isSamePlace(before[index]?.place ?? null, wishes[index]?.place ?? null)
    const after = wishes.filter((_, index) => isChange(index))
    if (after.length === 0) return
    const act = { before: before.filter((_, index) => isChange(index)), after }
    const pins = pinsFor([...act.before, ...act.after], placed)
    this.put([...pins, ...after], { past: [...this.current.past, act].slice(-mostActs), future: [] })
  }

  undo(): void {
    this.turn('past', 'future')
  }

  redo(): void {
    this.turn('future', 'past')
  }

  /** Wants a lost wish after all, on top of what is there now; or lets it go. */
  decide(lost: LostWish, isWanted: boolean): void {
    this.set({ lost: this.current.lost.filter((one) => one !== lost) })
    if (!isWanted) return
    const isGone = lost.reason === 'taken_down'
    this.act([{ hangingId: isGone ? newUuid() : lost.hangingId, work: lost.work, place: lost.place }])
  }

  /** Others have changed something: it is read as soon as nothing of one's own is under way. */
  lookAgain(): void {
    this.isStale = true
    void this.pump()
  }

  /** Saves at once what waits. */
  flush(): void {
    if (this.timer) clearTimeout(this.timer)
    this.timer = null
    void this.pump()
  }

  private seen(): PlacedHanging[] {
    return [...placedHangings(this.current.model), ...strandedHangings(this.current.model)]
  }

  private turn(from: 'past' | 'future', to: 'past' | 'future'): void {
    const act = this.current[from].at(-1)
    if (!act) return
    const [are, shall] = from === 'past' ? [act.after, act.before] : [act.before, act.after]
    const placed = this.seen()
    const isOurs = (index: number) =>
      isSamePlace(placeOf(placed, are[index]?.hangingId ?? ''), are[index]?.place ?? null)
    const wishes = shall.filter((_, index) => isOurs(index))
    this.put(wishes, {
      [from]: this.current[from].slice(0, -1),
      [to]: [...this.current[to], act],
      leftAlone: shall.filter((_, index) => !isOurs(index)),
    })
  }

  private put(wishes: Wish[], more: Partial<DeskState>): void {
    this.set({ leftAlone: [], ...more, model: wish(this.current.model, wishes), save: 'waiting' })
    if (this.timer) clearTimeout(this.timer)
    this.timer = setTimeout(() => this.flush(), settleMs)
  }

  private set(change: Partial<DeskState>): void {
    this.current = { ...this.current, ...change }
    for (const listener of this.listeners) listener()
  }

  private async pump(): Promise<void> {
    if (this.isBusy) return
    this.isBusy = true
    try {
      while (this.current.model.waiting.size > 0 || this.isStale) {
        if (this.current.model.waiting.size > 0) await this.saveOnce()
        else await this.loadOnce()
        this.failures = 0
      }
    } catch (error) {
      this.fail(error)
    } finally {
      this.isBusy = false
    }
  }

  private async saveOnce(): Promise<void> {
    const { model, changes } = send(this.current.model, mostAtOnce)
    this.set({ model, save: 'saving' })
    // Before it is asked, not after: what others do while the answer is on its way may not be in it.
    this.isStale = false
    const { room, conflicts } = await this.line.save(changes)
    const settled = settle(this.current.model, room, conflicts)
    const lost = [...this.current.lost, ...settled.lost]
    const save = settled.model.waiting.size > 0 ? 'waiting' : 'saved'
    this.set({ model: settled.model, lost, save, problem: null })
  }

  private async loadOnce(): Promise<void> {
    this.isStale = false
    try {
      const room = await this.line.load()
      const save = this.current.model.waiting.size > 0 ? this.current.save : 'saved'
      this.set({ model: refresh(this.current.model, room), save })
    } catch (error) {
      this.isStale = true
      throw error
    }
  }

  private fail(error: unknown): void {
    const model = takeBack(this.current.model)
    if (!this.line.isTransient(error)) {
      // Refused for good: what the house has is shown again, and why.
      this.isStale = true
      const refused = { past: [], future: [], model: { ...model, waiting: new Map() } }
      this.set({ ...refused, problem: error, save: 'failed' })
      this.timer = setTimeout(() => void this.pump(), retryMs[0])
      return
    }
    const wait = retryMs[Math.min(this.failures++, retryMs.length - 1)]
    this.set({ model, problem: error, save: model.waiting.size > 0 ? 'failed' : this.current.save })
    if (this.timer) clearTimeout(this.timer)
    this.timer = setTimeout(() => this.flush(), wait)
  }
}

function placeOf(placed: PlacedHanging[], id: string): DeskPlace | null {
  const hanging = placed.find((one) => one.id === id)
  return hanging ? { wall: hanging.wall, along: hanging.along, centreHeight: hanging.centreHeight } : null
}

function pinsFor(touched: Wish[], placed: PlacedHanging[]): Wish[] {
  const walls = new Set(touched.flatMap(({ place }) => place?.wall ?? []))
  const ids = new Set(touched.map(({ hangingId }) => hangingId))
  const loose = placed.filter(({ id, wall, isAutomatic }) => isAutomatic && walls.has(wall) && !ids.has(id))
  return loose.map(({ id, artwork }) => ({
    hangingId: id,
    work: artwork,
    place: placeOf(placed, id),
    isPin: true,
  }))
}
