import type { ReactionKind, Reactions } from '@/lib/contracts/presence'

/** How long one floats, ms, and how far, metres; where motion is unwelcome it stands at this share of that. */
const [life, rise, stillAt] = [3_200, 0.55, 0.3]
/** Of one work at a time, and of all works together. */
const [mostOfAWork, most] = [12, 40]
/** Between two of the same work that came together, ms. */
const apart = 160

/** One reaction on its way up. */
export interface Mote {
  /** Index of the work that it is for. */
  readonly work: number
  readonly kind: ReactionKind
  /** Where along the work it rises, from -0.5 (left) to 0.5. */
  readonly aside: number
  /** Milliseconds after the first frame that knows of it. */
  readonly later: number
  /** When it appears, ms; NaN until a frame knows of it: on a slow device it lives as long as on any. */
  born: number
}

/** Reactions in the air; no graphics. `scatter`: a new number from 0 to 1 at each call. */
export function createMotes(indexOf: ReadonlyMap<string, number>, scatter: () => number = Math.random) {
  const motes: Mote[] = []
  return {
    get count() {
      return motes.length
    },
    /** Takes in what came, as far as there is room; answers the new ones. */
    hear(reactions: Reactions['reactions']): Mote[] {
      const begun: Mote[] = []
      for (const [artworkId, kind, count] of reactions) {
        const work = indexOf.get(artworkId)
        if (work === undefined) continue
        const there = motes.filter((mote) => mote.work === work).length
        const room = Math.min(count, mostOfAWork - there, most - motes.length)
        for (let i = 0; i < room; i++) {
          const mote = { work, kind, aside: scatter() - 0.5, later: i * apart, born: Number.NaN }
          motes.push(mote)
          begun.push(mote)
        }
      }
      return begun
    },
    /** A frame at a time in ms: `float` is called with each that floats and the share of its life, 0 to 1, that is over, `end` with each that is gone. */
    step(now: number, float: (mote: Mote, share: number) => void, end: (mote: Mote) => void): void {
      for (let i = motes.length - 1; i >= 0; i--) {
        const mote = motes[i] as Mote
        if (Number.isNaN(mote.born)) mote.born = now + mote.later
        const age = now - mote.born
        if (age >= life) {
          motes.splice(i, 1)
          end(mote)
        } else if (age >= 0) float(mote, age / life)
      }
    },
    clear: () => void motes.splice(0),
  }
}

/** How far above its work one is, metres, after a share of its life. */
export const liftOf = (share: number, isStill: boolean): number => rise * (isStill ? stillAt : 1 - (1 - share) ** 2)

/** How much of it is seen, 0 to 1: it comes quickly and goes slowly. */
export const opacityOf = (share: number): number => Math.min(1, share * 8) * Math.min(1, (1 - share) * 2.5)
