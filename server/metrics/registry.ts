import { Counter, Gauge, Histogram, type Metric, Registry } from 'prom-client'
import { shared } from '@/server/platform/shared'

/** Everything that `/metrics` tells of this process. docs/metrics.md lists it all, and a test holds it to that. */
export const registry: Registry = shared('metrics', () => new Registry())

/** The metric of this name, made at first use: server/ may be loaded twice in one process, and both copies must count together. */
function once<M extends Metric>(name: string, create: () => M): M {
  return (registry.getSingleMetric(name) as M | undefined) ?? create()
}

type Labels<L extends string> = readonly L[]

export function counter<L extends string>(name: string, help: string, labelNames: Labels<L>): Counter<L> {
  return once(name, () => new Counter({ name, help, labelNames: [...labelNames], registers: [registry] }))
}

export function gauge<L extends string>(name: string, help: string, labelNames: Labels<L>): Gauge<L> {
  return once(name, () => {
    const made = new Gauge({ name, help, labelNames: [...labelNames], registers: [registry] })
    // prom-client begins at 0, which would pass for something that was measured.
    if (labelNames.length === 0) made.remove()
    return made
  })
}

/** Takes all values of these gauges back: nothing is known. */
export function forget(gauges: readonly Gauge[]): void {
  for (const one of gauges) {
    one.reset()
    if (!hasLabels(one)) one.remove()
  }
}

/** prom-client's types keep the label names to themselves. */
function hasLabels(metric: Gauge): boolean {
  return (metric as Gauge & { labelNames: string[] }).labelNames.length > 0
}

/** `buckets`: upper bounds, ascending. */
export function histogram<L extends string>(
  name: string,
  help: string,
  labelNames: Labels<L>,
  buckets: number[],
): Histogram<L> {
  const options = { name, help, labelNames: [...labelNames], buckets, registers: [registry] }
  return once(name, () => new Histogram(options))
}
