import type { Health } from '@/lib/contracts/health'
import { db } from '@/server/platform/db'
import { workerSilenceSeconds } from '@/server/workers/report-presence'

interface Row {
  modelName: string
  modelVersion: string
  provider: string
  workers: number
}

export async function checkPainter(): Promise<Health['dependencies']['painter']> {
  try {
    const rows = await db.$queryRaw<Row[]>`
      SELECT "modelName", "modelVersion", "provider", count(*)::int AS workers FROM "WorkerPresence"
      WHERE "seenAt" > now() - make_interval(secs => ${workerSilenceSeconds})
      GROUP BY "modelName", "modelVersion", "provider" ORDER BY workers DESC, "modelName", "modelVersion", "provider"`
    if (rows.length === 0) return { status: 'down', detail: 'No worker has reported; orders wait.' }
    const kinds = rows.map(
      (row) => `${row.workers} at work with ${row.modelName} ${row.modelVersion} on ${row.provider}`,
    )
    return { status: 'up', detail: `${kinds.join(', ')}.` }
  } catch {
    return { status: 'down', detail: 'Unknown: PostgreSQL does not answer.' }
  }
}
