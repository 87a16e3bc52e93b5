import { type Context, SpanStatusCode, TraceFlags } from '@opentelemetry/api'
import type { ReadableSpan, Span, SpanProcessor } from '@opentelemetry/sdk-trace-node'

type Reason = 'failed' | 'slow'

/** This process' part of one trace: a request or a job with everything beneath it. */
interface LocalTrace {
  rootId: string
  ended: ReadableSpan[]
  hasFailed: boolean
  /** Undefined until its root has ended. */
  verdict?: Reason | 'dropped'
}

/** Spans under way at once that are followed, and spans of one trace that are held: beyond that they are let go. */
const MOST_LIVE = 20_000
const MOST_HELD = 300

const isSampled = (span: ReadableSpan) => (span.spanContext().traceFlags & TraceFlags.SAMPLED) !== 0

/** The span as one that was sampled, which exporters insist on, with the reason for keeping it. */
function keptFor(span: ReadableSpan, reason: Reason): ReadableSpan {
  const sampled = { ...span.spanContext(), traceFlags: span.spanContext().traceFlags | TraceFlags.SAMPLED }
  return Object.create(span, {
    spanContext: { value: () => sampled },
    attributes: { value: { ...span.attributes, 'vernissage.kept_for': reason } },
  })
}

/**
 * Hands on what was sampled, and of the rest every local trace that failed somewhere or whose root was slow; to be judged, its spans
 * are held until the root ends. Other processes judge their own parts of the same trace.
 */
export class TailKeeper implements SpanProcessor {
  /** By the id of each span that is under way. */
  readonly #live = new Map<string, LocalTrace>()

  constructor(
    private readonly next: SpanProcessor,
    private readonly isSlow: (root: ReadableSpan) => boolean,
  ) {}

  onStart(span: Span, parentContext: Context): void {
    this.next.onStart(span, parentContext)
    const { spanId } = span.spanContext()
    const parent = span.parentSpanContext
    const above = parent && !parent.isRemote ? this.#live.get(parent.spanId) : undefined
    if (this.#live.size < MOST_LIVE) this.#live.set(spanId, above ?? { rootId: spanId, ended: [], hasFailed: false })
  }

  onEnd(span: ReadableSpan): void {
    const { spanId } = span.spanContext()
    const local = this.#live.get(spanId)
    this.#live.delete(spanId)
    if (isSampled(span)) this.next.onEnd(span)
    else if (local) this.#hold(local, span)
  }

  #hold(local: LocalTrace, span: ReadableSpan): void {
    const { spanId } = span.spanContext()
    // It outlived its root.
    if (local.verdict) {
      if (local.verdict !== 'dropped') this.next.onEnd(keptFor(span, local.verdict))
      return
    }
    local.hasFailed ||= span.status.code === SpanStatusCode.ERROR
    if (local.ended.length < MOST_HELD || spanId === local.rootId) local.ended.push(span)
    if (spanId === local.rootId) this.#judge(local, span)
  }

  #judge(local: LocalTrace, root: ReadableSpan): void {
    const reason = local.hasFailed ? 'failed' : this.isSlow(root) ? 'slow' : null
    local.verdict = reason ?? 'dropped'
    if (reason) for (const span of local.ended) this.next.onEnd(keptFor(span, reason))
    local.ended = []
  }

  forceFlush(): Promise<void> {
    return this.next.forceFlush()
  }

  shutdown(): Promise<void> {
    this.#live.clear()
    return this.next.shutdown()
  }
}
