import type { LookPlace, LookReport } from '@/lib/contracts/figures'
import { lookLimits } from '@/lib/contracts/limits'

export interface Look {
  exhibition: string
  artworkId: string
  place: LookPlace
}

/** Who is before a work for less is on the way to another one, ms. */
const glanceMs = 2_000
/** One look counts for so long at most: whoever stays longer has left the room and not the page. */
const longestMs = lookLimits.seconds * 1_000

interface Present {
  look: Look
  /** When the part of it that is not counted yet began; null while nobody looks at the page. */
  since: number | null
  /** Seen and not counted yet, ms. */
  pendingMs: number
  countedMs: number
  hasBegun: boolean
}

interface Sum extends Look {
  looks: number
  ms: number
}

/**
 * What one page sees of exhibitions and works, in sums, for as long as the page lives and nowhere else.
 *
 * @param now milliseconds of a clock that never goes back
 * @param continued the page goes on with a visit that an earlier page began, in an exhibition or in its hall: the first exhibition it sees is
 *   no new one, nor is then its hall
 */
export class LookLog {
  private readonly seen = new Set<string>()
  private readonly visits: LookReport['visits'] = []
  private readonly sums = new Map<string, Sum>()
  private present: Present | null = null
  private isAway = false
  private first: string | null = null

  constructor(
    private readonly now: () => number,
    private readonly continued: 'exhibition' | 'hall' | null = null,
  ) {}

  /** Into an exhibition, or into its hall: each counts once in the life of a page. */
  arrive(exhibition: string, into: 'exhibition' | 'hall'): void {
    const key = `${exhibition} ${into}`
    if (this.seen.has(key)) return
    if (into === 'hall') this.arrive(exhibition, 'exhibition')
    this.seen.add(key)
    if (this.isNew(exhibition, into)) this.visits.push({ exhibition, into })
  }

  private isNew(exhibition: string, into: 'exhibition' | 'hall'): boolean {
    this.first ??= exhibition
    if (this.first !== exhibition) return true
    return into === 'exhibition' ? this.continued === null : this.continued !== 'hall'
  }

  /** The work that is looked at from now on; null for none. */
  look(look: Look | null): void {
    if (look && this.present && keyOf(look) === keyOf(this.present.look)) return
    this.settle()
    const since = this.isAway ? null : this.now()
    this.present = look && { look, since, pendingMs: 0, countedMs: 0, hasBegun: false }
  }

  /** Nobody sees the page for now. */
  pause(): void {
    this.settle()
    this.isAway = true
    if (this.present) this.present.since = null
  }

  resume(): void {
    if (!this.isAway) return
    this.isAway = false
    if (this.present) this.present.since = this.now()
  }

  /** What is not told yet, to be told; null where there is nothing. What does not fit waits for the next time. */
  take(): LookReport | null {
    this.settle()
    const looks: LookReport['looks'] = []
    let left: number = lookLimits.allSeconds
    for (const [key, sum] of this.sums) {
      const seconds = Math.min(Math.floor(sum.ms / 1_000), lookLimits.seconds, left)
      if (looks.length === lookLimits.looks || (sum.looks === 0 && seconds === 0)) continue
      const { exhibition, artworkId, place } = sum
      looks.push({ exhibition, artworkId, place, looks: Math.min(sum.looks, lookLimits.looksOfAWork), seconds })
      left -= seconds
      sum.looks = 0
      sum.ms -= seconds * 1_000
      if (sum.ms < 1_000 && key !== this.presentKey()) this.sums.delete(key)
    }
    const visits = this.visits.splice(0, lookLimits.visits)
    return visits.length + looks.length > 0 ? { visits, looks } : null
  }

  private presentKey(): string | null {
    return this.present && keyOf(this.present.look)
  }

  /** Counts what was seen of the present work up to now. */
  private settle(): void {
    const { present } = this
    if (!present || present.since === null) return
    const now = this.now()
    present.pendingMs += now - present.since
    present.since = now
    if (!present.hasBegun && present.pendingMs < glanceMs) return
    const ms = Math.min(present.pendingMs, longestMs - present.countedMs)
    const key = keyOf(present.look)
    const sum = this.sums.get(key) ?? { ...present.look, looks: 0, ms: 0 }
    sum.ms += ms
    if (!present.hasBegun) sum.looks++
    this.sums.set(key, sum)
    present.hasBegun = true
    present.pendingMs = 0
    present.countedMs += ms
  }
}

const keyOf = ({ exhibition, artworkId, place }: Look) => `${exhibition} ${artworkId} ${place}`
