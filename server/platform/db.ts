import type { PrismaClient } from '@/generated/prisma/client'
import { openDatabase, poolShares } from './open-database'
import { shared } from './shared'

const opened = shared('db', () =>
  openDatabase('others', { connections: poolShares.others, connectMs: 4_000, statementMs: 5_500 }),
)

/** The domain's way to PostgreSQL; what everybody reads goes through `catalogueDb`. */
export const db: PrismaClient = opened.client
/** The same connections, without Prisma. */
export const dbPool = opened.pool

/** A transaction's client, or the plain one. */
export type Database = Omit<PrismaClient, '$connect' | '$disconnect' | '$on' | '$use' | '$extends' | '$transaction'>
export type Transaction = Database
