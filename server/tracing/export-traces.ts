import { context, DiagLogLevel, diag, propagation, SpanKind, trace } from '@opentelemetry/api'
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http'
import { resourceFromAttributes } from '@opentelemetry/resources'
import { BatchSpanProcessor, NodeTracerProvider, type ReadableSpan } from '@opentelemetry/sdk-trace-node'
import { ATTR_SERVICE_NAME, ATTR_SERVICE_VERSION } from '@opentelemetry/semantic-conventions'
import { logger } from '@/server/platform/logger'
import { version } from '@/server/platform/version'
import { HouseSampler } from './house-sampler'
import { TailKeeper } from './tail-keeper'

export interface TraceSettings {
  /** Base address of an OTLP/HTTP collector; `/v1/traces` is added. */
  endpoint: string
  /** Share of the traces that are kept whatever becomes of them, 0 to 1. */
  share: number
  /** From this on a request, and a painting, counts as slow, ms. */
  slowRequestMs: number
  slowPaintingMs: number
  /** `web` or `worker`. */
  role: string
}

export interface Tracing {
  /** Sends what is left, for a few seconds at most; never rejects. */
  close(): Promise<void>
}

const EXPORT_MS = 5_000
const CLOSE_MS = 3_000

const millisecondsOf = ({ duration: [seconds, nanoseconds] }: ReadableSpan) => seconds * 1e3 + nanoseconds / 1e6

/** Exports that fail are worth a line; Next's habit of touching spans that have ended is not. */
function complainToLog(): void {
  const nothing = () => {}
  const error = (message: string) => logger.warn({ tracing: message }, 'traces')
  const sink = { error, warn: nothing, info: nothing, debug: nothing, verbose: nothing }
  diag.setLogger(sink, { logLevel: DiagLogLevel.ERROR, suppressOverrideMessage: true })
}

/** Begins to record traces in this process and to send those that are kept. A collector that is away costs spans, nothing else. */
export function exportTraces(settings: TraceSettings): Tracing {
  complainToLog()
  const url = new URL('v1/traces', settings.endpoint.replace(/\/*$/, '/')).href
  const exporter = new OTLPTraceExporter({ url, timeoutMillis: EXPORT_MS })
  const batches = new BatchSpanProcessor(exporter, {
    maxQueueSize: 4_096,
    scheduledDelayMillis: 2_000,
    exportTimeoutMillis: EXPORT_MS,
  })
  const isSlow = (root: ReadableSpan) =>
    millisecondsOf(root) >= (root.kind === SpanKind.CONSUMER ? settings.slowPaintingMs : settings.slowRequestMs)
  const provider = new NodeTracerProvider({
    resource: resourceFromAttributes({
      [ATTR_SERVICE_NAME]: `vernissage-${settings.role}`,
      [ATTR_SERVICE_VERSION]: version,
      'process.pid': process.pid,
    }),
    sampler: new HouseSampler(settings.share),
    spanProcessors: [new TailKeeper(batches, isSlow)],
  })
  provider.register()
  return {
    async close() {
      const late = new Promise<void>((resolve) => setTimeout(resolve, CLOSE_MS).unref())
      await Promise.race([provider.shutdown().catch(() => {}), late])
      for (const api of [trace, context, propagation]) api.disable()
    },
  }
}
