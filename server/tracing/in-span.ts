import { type Attributes, type Span, SpanStatusCode, trace } from '@opentelemetry/api'

/** The house's own; does nothing, and next to nothing of work, where tracing is off. */
export const tracer = () => trace.getTracer('vernissage')

/** What a trace tells of an error: its kind and its code. Messages may hold what nobody outside should read; the log has them. */
export function markFailed(span: Span, error: unknown): void {
  const { name, code } = error as { name?: unknown; code?: unknown }
  span.setAttribute('error.type', String(code ?? name ?? 'unknown'))
  span.setStatus({ code: SpanStatusCode.ERROR })
}

/** Says of the present step that it failed, where nothing is thrown. */
export function markPresentFailed(code: string): void {
  const span = trace.getActiveSpan()
  if (span) markFailed(span, { code })
}

/** Runs `work` as a step of the present trace. */
export function inSpan<T>(name: string, work: () => Promise<T>, attributes: Attributes = {}): Promise<T> {
  return tracer().startActiveSpan(name, { attributes }, async (span) => {
    try {
      return await work()
    } catch (error) {
      markFailed(span, error)
      throw error
    } finally {
      span.end()
    }
  })
}
