import type { Health } from '@/lib/contracts/health'
import { version } from '@/server/platform/version'
import { checkQueue } from '@/server/queue/check-queue'
import { checkRealtime } from '@/server/realtime/check-realtime'
import { checkStorage } from '@/server/storage/check-storage'
import { checkDatabase } from './check-database'
import { checkPainter } from './check-painter'
import { draining } from './draining'

/**
 * Whether this web process can serve. Painter and realtime are reported but not needed: without them the gallery is open, orders wait and news come
 * late.
 */
export async function readHealth(): Promise<Health> {
  const [database, queue, realtime, pictures, painter] = await Promise.all([
    checkDatabase(),
    checkQueue(),
    checkRealtime(),
    checkStorage(),
    checkPainter(),
  ])
  const needed = [database, queue, pictures]
  const isReady = !draining.hasBegun && needed.every((dependency) => dependency.status === 'up')
  const dependencies = { database, queue, realtime, pictures, painter }
  return { status: isReady ? 'ready' : 'not_ready', version, dependencies }
}
