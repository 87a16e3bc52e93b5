import type { PrismaClient } from '@/generated/prisma/client'
import { openDatabase, poolShares } from './open-database'
import { shared } from './shared'

/** The domain's way to PostgreSQL; what everybody reads goes through `catalogueDb`. */
export const db: PrismaClient = shared('db', () =>
  openDatabase('others', { connections: poolShares.others, connectMs: 4_000, statementMs: 5_500 }),
)

/** A transaction's client, or the plain one. */
export type Database = Omit<PrismaClient, '$connect' | '$disconnect' | '$on' | '$use' | '$extends' | '$transaction'>
export type Transaction = Database
