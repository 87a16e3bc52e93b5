/** Between two sentences about how many are here, and between two about reactions, ms. */
const [countEveryMs, reactionEveryMs] = [20_000, 10_000]

export interface CompanyWords {
  others(count: number): string
  guide(name: string): string
}

/** What is said of the company to those who listen: guides as they appear, now and then how many are here and that somebody reacted. */
export interface CompanyVoice {
  hearCount(others: number): void
  hearGuides(guides: readonly { id: string; name: string }[]): void
  /** Somebody reacted, in words; one's own reaction keeps its echo, and those of others, quiet for a while too. Times in ms. */
  hearReaction(words: string | null, now: number): void
  /** To be asked about once a second: what is to be said now, null for nothing. */
  next(now: number): string | null
  /** Nobody is seen any more, and nothing of it is said. */
  reset(): void
}

export function createCompanyVoice(words: CompanyWords): CompanyVoice {
  let [others, saidOthers] = [0, 0]
  let [countedAt, reactedAt] = [Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY]
  let known = new Set<string>()
  let waiting: string[] = []
  return {
    hearCount(count) {
      others = count
    },
    hearGuides(guides) {
      for (const { id, name } of guides) if (!known.has(id)) waiting.push(words.guide(name))
      known = new Set(guides.map(({ id }) => id))
    },
    hearReaction(sentence, now) {
      if (sentence !== null && now - reactedAt < reactionEveryMs) return
      reactedAt = now
      if (sentence !== null) waiting.push(sentence)
    },
    next(now) {
      if (waiting.length > 0) {
        const sentences = waiting.join(' ')
        waiting = []
        return sentences
      }
      if (others === saidOthers || now - countedAt < countEveryMs) return null
      saidOthers = others
      countedAt = now
      return words.others(others)
    },
    reset() {
      others = saidOthers = 0
      known = new Set()
      waiting = []
    },
  }
}
