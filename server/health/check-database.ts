import type { Health } from '@/lib/contracts/health'
import { db } from '@/server/platform/db'
import { withinTime } from '@/server/platform/within-time'

export async function checkDatabase(): Promise<Health['dependencies']['database']> {
  try {
    await withinTime(db.$queryRaw`SELECT 1`, 3_000)
    return { status: 'up', detail: 'PostgreSQL answers.' }
  } catch {
    return { status: 'down', detail: 'PostgreSQL does not answer.' }
  }
}
