import { type Context, context, propagation, ROOT_CONTEXT } from '@opentelemetry/api'

/** The present trace as W3C Trace Context writes it (header `traceparent`), to be carried to another process; null where there is none. */
export function currentTraceparent(): string | null {
  const carrier: { traceparent?: string } = {}
  propagation.inject(context.active(), carrier)
  return carrier.traceparent ?? null
}

/** The trace that another process carried here; a fresh one where it carried none, or nonsense. */
export function contextOf(traceparent: string | null): Context {
  return propagation.extract(ROOT_CONTEXT, traceparent === null ? {} : { traceparent })
}
