import pg from 'pg'

export interface Statement {
  text: string
  values: unknown[]
}

/** Statements that the process sends while `work` runs, as PostgreSQL gets them: whatever wrote them, Prisma or we. */
export async function catchStatements(work: () => Promise<unknown>): Promise<Statement[]> {
  const caught: Statement[] = []
  const { query } = pg.Client.prototype
  pg.Client.prototype.query = function observed(this: pg.Client, ...given: unknown[]) {
    const [first, second] = given
    const config = (typeof first === 'string' ? { text: first } : first) as { text?: string; values?: unknown[] }
    const values = config.values ?? (Array.isArray(second) ? second : [])
    if (/^\s*(?:SELECT|WITH)\b/i.test(config.text ?? '')) caught.push({ text: config.text ?? '', values })
    return Reflect.apply(query, this, given)
  } as typeof query
  try {
    await work()
  } finally {
    pg.Client.prototype.query = query
  }
  return caught
}
