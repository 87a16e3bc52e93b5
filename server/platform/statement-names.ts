import { createHash } from 'node:crypto'

interface Limits {
  /** A statement is named when it has come so often. */
  afterTimes: number
  /** ... and no more than so many are, since every connection keeps a plan of each. */
  mostNames: number
  /** Texts that are counted at a time. */
  mostCounted: number
}

const usual: Limits = { afterTimes: 8, mostNames: 150, mostCounted: 2_000 }

/** What is planned; the rest (BEGIN, SET) gains nothing by a name. */
const PLANNED = /^\s*(?:SELECT|INSERT|UPDATE|DELETE|WITH)\b/i
/**
 * A list, a search or a count is right by one plan for a small house or a rare word, and by another for the artist of half the works: such
 * are planned anew for their values, since a named one may be given one plan for all of them.
 */
const SKEWED = /\bORDER\s+BY\b|\bI?LIKE\b|\bcount\s*\(/i

/**
 * Names for the statements that come again and again. PostgreSQL parses and plans a named one once for each connection, where an unnamed
 * one is planned each time, which for our longer reads is dearer than carrying them out (docs/decisions/0190).
 */
export function statementNames({ afterTimes, mostNames, mostCounted }: Limits = usual) {
  const names = new Map<string, string>()
  let counts = new Map<string, number>()
  return (sql: string): string | undefined => {
    const name = names.get(sql)
    if (name || names.size >= mostNames) return name
    const times = (counts.get(sql) ?? 0) + 1
    if (times >= afterTimes && PLANNED.test(sql) && !SKEWED.test(sql)) {
      counts.delete(sql)
      names.set(sql, `v${createHash('sha256').update(sql).digest('hex').slice(0, 24)}`)
      return names.get(sql)
    }
    // Texts that came once, such as those with a list of some odd length, do not pile up.
    if (counts.size >= mostCounted) counts = new Map()
    counts.set(sql, times)
    return undefined
  }
}
