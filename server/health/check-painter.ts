import type { Health } from '@/lib/contracts/health'
import { db } from '@/server/platform/db'

/** Workers report every five seconds; three missed reports in a row mean that nobody paints. */
const LONGEST_SILENCE_MS = 15_000

export async function checkPainter(): Promise<Health['dependencies']['painter']> {
  try {
    const workers = await db.workerPresence.findMany({
      where: { seenAt: { gt: new Date(Date.now() - LONGEST_SILENCE_MS) } },
      orderBy: { seenAt: 'desc' },
    })
    const [freshest] = workers
    if (!freshest) return { status: 'down', detail: 'No worker has reported; orders wait.' }
    const { modelName, modelVersion, provider } = freshest
    return { status: 'up', detail: `${workers.length} at work with ${modelName} ${modelVersion} on ${provider}.` }
  } catch {
    return { status: 'down', detail: 'Unknown: PostgreSQL does not answer.' }
  }
}
