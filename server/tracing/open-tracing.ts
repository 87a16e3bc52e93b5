import { env } from '@/server/platform/env'
import { logger } from '@/server/platform/logger'
import type { Tracing } from './export-traces'

/** Starts tracing where a collector is named. Otherwise nothing of it is even loaded, and every span of the code is an empty call. */
export async function openTracing(role: 'web' | 'worker'): Promise<Tracing> {
  const endpoint = env.OTEL_EXPORTER_OTLP_ENDPOINT
  if (!endpoint) return { close: async () => {} }
  const { exportTraces } = await import('./export-traces')
  const share = env.OTEL_TRACES_SAMPLER_ARG
  logger.info({ share }, 'traces are exported')
  return exportTraces({
    endpoint,
    share,
    slowRequestMs: env.TRACES_SLOW_REQUEST_MS,
    slowPaintingMs: env.TRACES_SLOW_PAINTING_MS,
    role,
  })
}
