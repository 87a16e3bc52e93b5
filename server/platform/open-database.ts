import { PrismaPg } from '@prisma/adapter-pg'
import type pg from 'pg'
import { PrismaClient } from '@/generated/prisma/client'
import { watchPool } from '@/server/metrics/pool-metrics'
import { env } from './env'
import { openPool, type PoolWishes } from './open-pool'
import { preferReplica } from './prefer-replica'
import { statementNames } from './statement-names'

/** How the process' connections are divided: a third for what everybody reads, the rest for all else; one each at least. */
const catalogue = Math.max(1, Math.floor(env.DATABASE_POOL / 3))
export const poolShares = { catalogue, others: Math.max(1, env.DATABASE_POOL - catalogue) }

/** A pooler between us and PostgreSQL, which is what a direct address tells of, hands a connection's statements to others. */
export const nameOf: (sql: string) => string | undefined = env.DATABASE_DIRECT_URL ? () => undefined : statementNames()

/** One pool of connections to PostgreSQL, by way of Prisma and past it. */
export interface OpenDatabase {
  client: PrismaClient
  /** For the few statements that are asked so often that Prisma's part of them is too dear (docs/decisions/0091). */
  pool: pg.Pool
}

interface DatabaseWishes extends Omit<PoolWishes, 'connectionString'> {
  /** Whether a replica may answer, where there is one. */
  mayBeReplica?: boolean
}

/** A client with a pool of its own, which metrics call by `name`. No statement of its takes longer than `connectMs + statementMs`, whatever has become of PostgreSQL. */
export function openDatabase(name: string, { mayBeReplica, ...wishes }: DatabaseWishes): OpenDatabase {
  const pool = openPool({ connectionString: env.DATABASE_URL, ...wishes })
  watchPool(name, pool)
  if (mayBeReplica && env.DATABASE_REPLICA_URL) {
    const replica = openPool({ connectionString: env.DATABASE_REPLICA_URL, ...wishes })
    watchPool('replica', replica)
    preferReplica(pool, replica)
  }
  const client = new PrismaClient({
    // Prisma's type wants a name for every statement; its driver takes none for none.
    adapter: new PrismaPg(pool, {
      disposeExternalPool: true,
      statementNameGenerator: ({ sql }) => nameOf(sql) as string,
    }),
    errorFormat: 'minimal',
    // Under a rush a transaction waits for its connection a while before it is refused.
    transactionOptions: { maxWait: wishes.connectMs, timeout: 15_000 },
  })
  return { client, pool }
}
