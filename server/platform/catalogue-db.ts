import type { PrismaClient } from '@/generated/prisma/client'
import { openDatabase, poolShares } from './open-database'
import { shared } from './shared'

/**
 * The way to PostgreSQL for what everybody reads. Its connections are its own and few, and its patience is short: however slow the
 * catalogue's queries get, orders and likes still find a connection, and a page falls back to its last good copy. With
 * DATABASE_REPLICA_URL a replica answers what it has (docs/decisions/0152): for reading alone.
 */
export const catalogueDb: PrismaClient = shared('catalogue-db', () =>
  openDatabase('catalogue', {
    connections: poolShares.catalogue,
    connectMs: 4_000,
    statementMs: 4_000,
    mayBeReplica: true,
  }),
).client
