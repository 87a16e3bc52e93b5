import type { Transaction } from '@/server/platform/db'

/** What one person does under this lock happens one after the other, so that a limit counts what was made before; references to them are not held up. */
export async function lockPerson(id: string, tx: Transaction): Promise<void> {
  await tx.$queryRaw`SELECT 1 FROM "Person" WHERE "id" = ${id} FOR NO KEY UPDATE`
}
