import { type Context, isSpanContextValid, SpanKind, TraceFlags, trace } from '@opentelemetry/api'
import { type Sampler, SamplingDecision, type SamplingResult } from '@opentelemetry/sdk-trace-node'

/**
 * Samples a share of the traces and follows its parent's word within the house. Whatever is not sampled is recorded all the same,
 * for the tail keeper to decide about at its end. A caller from outside may name its trace, but not have it sampled: the flag would
 * let anybody fill the collector.
 */
export class HouseSampler implements Sampler {
  /** `share`: 0 to 1. */
  constructor(private readonly share: number) {}

  shouldSample(context: Context, _traceId: string, _name: string, kind: SpanKind): SamplingResult {
    const parent = trace.getSpanContext(context)
    const isFromOutside = kind === SpanKind.SERVER && parent?.isRemote === true
    const isFollowing = parent !== undefined && isSpanContextValid(parent) && !isFromOutside
    const isSampled = isFollowing ? (parent.traceFlags & TraceFlags.SAMPLED) !== 0 : Math.random() < this.share
    return { decision: isSampled ? SamplingDecision.RECORD_AND_SAMPLED : SamplingDecision.RECORD }
  }

  toString(): string {
    return `HouseSampler{${this.share}}`
  }
}
