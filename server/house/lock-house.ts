import type { Transaction } from '@/server/platform/db'

/** Holds the house's one row until the transaction ends; it is made where nothing was decided yet. */
export async function lockHouse(tx: Transaction): Promise<void> {
  await tx.$executeRaw`INSERT INTO "House" ("id") VALUES (1) ON CONFLICT DO NOTHING`
  await tx.$queryRaw`SELECT 1 FROM "House" WHERE "id" = 1 FOR UPDATE`
}
