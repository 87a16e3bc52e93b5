import { logger } from '@/server/platform/logger'
import { shared } from '@/server/platform/shared'
import { withinTime } from '@/server/platform/within-time'
import { registry } from './registry'

/** Brings gauges up to date before they are read. */
export type Refresher = () => Promise<void> | void

/** A scrape waits this long for its refreshers, then tells what it has. Prometheus gives up after 10 s by default. */
const PATIENCE_MS = 2_500

const refreshers = shared('metric refreshers', () => new Map<string, Refresher>())

/** Has `refresh` called before every scrape; a second one of the same name replaces the first. */
export function beforeScrape(name: string, refresh: Refresher): void {
  refreshers.set(name, refresh)
}

/** The process' metrics in Prometheus' text format; answers within seconds whatever else is away. */
export async function scrape(): Promise<string> {
  const work = [...refreshers].map(async ([name, refresh]) => {
    try {
      await refresh()
    } catch (error) {
      logger.warn({ err: error, name }, 'metrics not refreshed')
    }
  })
  // None of them rejects, so this can only be the time that is up.
  await withinTime(Promise.all(work), PATIENCE_MS).catch(() => {})
  return registry.metrics()
}
