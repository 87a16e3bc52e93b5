import type { Health } from '@/lib/contracts/health'
import { db } from '@/server/platform/db'

export async function checkDatabase(): Promise<Health['dependencies']['database']> {
  const late = new Promise<never>((_, reject) => setTimeout(() => reject(new Error('no answer')), 3_000).unref())
  try {
    await Promise.race([db.$queryRaw`SELECT 1`, late])
    return { status: 'up', detail: 'PostgreSQL answers.' }
  } catch {
    return { status: 'down', detail: 'PostgreSQL does not answer.' }
  }
}
