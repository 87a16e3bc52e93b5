import { collectDefaultMetrics } from 'prom-client'
import { backEnd } from '@/server/platform/back-end'
import { version } from '@/server/platform/version'
import { gauge, registry } from './registry'

const buildInfo = gauge('vernissage_build_info', 'Always 1; what runs here, in its labels.', [
  'version',
  'role',
  'back_end',
  'node',
])

/** Event loop, garbage collection, memory, files and processor time (prom-client's default metrics), and which release this is. */
export function watchProcess(role: 'web' | 'worker'): void {
  buildInfo.set({ version, role, back_end: backEnd, node: process.version }, 1)
  if (!registry.getSingleMetric('process_resident_memory_bytes')) collectDefaultMetrics({ register: registry })
}
