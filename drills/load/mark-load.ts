import { setTimeout as sleep } from 'node:timers/promises'
import type { History } from '../history/history'
import { Visitor } from '../house/visitor'
import { Figures } from './figures'

export interface MarkLoadOptions {
  base: () => string
  history: History
  artworks: string[]
  people: number
  /** Between two calls of one person, ms. */
  pauseMs: number
  isKept?: boolean
}

export interface Load {
  figures: Figures
  /** Acknowledged so far. */
  acknowledged(): number
  stop(): Promise<void>
}

/** As a browser waits before it tries again. */
const DOUBT_PAUSE_MS = 200

/** People who like and keep works, and take both back, until they are stopped. */
export async function startMarkLoad(options: MarkLoadOptions): Promise<Load> {
  const { base, history, artworks, people, pauseMs, isKept } = options
  const [first = ''] = artworks
  const figures = new Figures()
  const stopping = new AbortController()
  let acknowledged = 0

  const newcomer = () => new Visitor(base, history, isKept).comeIn(first)
  const person = async (arrived: Visitor, index: number) => {
    let visitor = arrived
    const isSet = new Map<string, boolean>()
    // A call without a clear answer leaves its mark in doubt: nobody touches it again, so that the doubt stays small.
    const inDoubt = new Set<string>()
    for (let turn = index; !stopping.signal.aborted; turn++) {
      const kind = turn % 3 === 0 ? 'favourite' : 'like'
      const artworkId = artworks[turn % artworks.length] ?? ''
      const mark = `${kind} ${artworkId}`
      if (inDoubt.has(mark)) {
        if (inDoubt.size < artworks.length / 2) continue
        const other = await newcomer().catch(() => undefined)
        if (other) visitor = other
        if (other) for (const marks of [isSet, inDoubt]) marks.clear()
        await sleep(DOUBT_PAUSE_MS)
        continue
      }
      const wish = !isSet.get(mark)
      const answer = await visitor.mark(kind, artworkId, wish)
      figures.note(answer)
      if (answer.status === 200) {
        acknowledged += 1
        isSet.set(mark, wish)
      } else if (answer.status === 0 || answer.status >= 500) {
        inDoubt.add(mark)
        await sleep(DOUBT_PAUSE_MS)
      }
      await sleep(pauseMs)
    }
  }

  const visitors: Visitor[] = []
  for (let index = 0; index < people; index++) {
    visitors.push(await newcomer())
  }
  const running = visitors.map(person)
  return {
    figures,
    acknowledged: () => acknowledged,
    stop: async () => {
      stopping.abort()
      await Promise.all(running)
    },
  }
}
