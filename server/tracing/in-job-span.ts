import { type Attributes, context, SpanKind, trace } from '@opentelemetry/api'
import { markFailed, tracer } from './in-span'
import { contextOf } from './traceparent'

interface JobTrace {
  /** Of the request that the job comes from; null where that was not traced. */
  traceparent: string | null
  /** When the worker turned to it, ms since 1970: the job is known to be its only once it is claimed. */
  beganAt: number
  attributes: Attributes
  /** Whether the trace failed that ended by throwing this. */
  isFailure: (error: unknown) => boolean
}

/** Runs `work` as this worker's part of the trace that began with a request, the claim of it included. */
export function inJobSpan<T>(
  name: string,
  { traceparent, beganAt, attributes, isFailure }: JobTrace,
  work: () => Promise<T>,
) {
  const parent = contextOf(traceparent)
  const span = tracer().startSpan(name, { kind: SpanKind.CONSUMER, startTime: beganAt, attributes }, parent)
  const within = trace.setSpan(parent, span)
  tracer().startSpan('claim', { startTime: beganAt }, within).end()
  return context.with(within, async () => {
    try {
      return await work()
    } catch (error) {
      if (isFailure(error)) markFailed(span, error)
      throw error
    } finally {
      span.end()
    }
  })
}
