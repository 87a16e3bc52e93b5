import { PrismaPg } from '@prisma/adapter-pg'
import { PrismaClient } from '@/generated/prisma/client'
import { env } from './env'
import { shared } from './shared'

function connect() {
  const adapter = new PrismaPg({
    connectionString: env.DATABASE_URL,
    max: env.DATABASE_POOL,
    connectionTimeoutMillis: 5_000,
    // A query that hangs must not hold a connection, and with it the page, for ever.
    statement_timeout: 10_000,
    idle_in_transaction_session_timeout: 15_000,
  })
  return new PrismaClient({
    adapter,
    errorFormat: 'minimal',
    // Under a rush a transaction waits for its connection a while before it is refused.
    transactionOptions: { maxWait: 8_000, timeout: 15_000 },
  })
}

/** The only way to PostgreSQL for the domain. */
export const db: PrismaClient = shared('db', connect)

/** A transaction's client, or the plain one. */
export type Database = Omit<PrismaClient, '$connect' | '$disconnect' | '$on' | '$use' | '$extends' | '$transaction'>
export type Transaction = Database
