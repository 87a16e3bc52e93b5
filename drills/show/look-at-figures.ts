import { until } from '../house/ask'
import type { Cluster } from './cluster'
import { insist } from './steps'
import { untilScraped } from './watch'

const LIMIT_MS = 60_000

/** What Prometheus must know after the story, and in which words a table says it. */
const EXPECTED: { name: string; query: string; isRight(value: number): boolean }[] = [
  { name: 'processes that answer', query: 'sum(up{job=~"vernissage-.+"})', isRight: (n) => n === 4 },
  {
    name: 'web processes that answered people',
    query: 'count(sum by (instance) (vernissage_http_requests_total{route!="/api/health/ready"}) > 0)',
    isRight: (n) => n === 2,
  },
  {
    name: 'workers that painted',
    query: 'count(sum by (instance) (vernissage_painting_duration_seconds_count) > 0)',
    isRight: (n) => n === 2,
  },
  { name: 'portraits painted', query: 'sum(vernissage_orders_ended_total{outcome="painted"})', isRight: (n) => n >= 1 },
  {
    name: 'reads that the standby answered',
    query: 'sum(vernissage_replica_reads_total{from="replica"})',
    isRight: (n) => n > 0,
  },
  { name: 'seconds that the standby is behind', query: 'max(vernissage_replica_lag_seconds)', isRight: (n) => n < 30 },
  { name: 'PostgreSQL up', query: 'min(vernissage_database_up)', isRight: (n) => n === 1 },
  { name: 'orders that wait', query: 'vernissage:orders_queued', isRight: (n) => n === 0 },
  {
    name: 'alerts that page somebody',
    query: 'count(ALERTS{alertstate="firing",severity="page"}) or vector(0)',
    isRight: (n) => n === 0,
  },
]

/** Waits until every target was read after the story, and looks at what Prometheus knows. @returns figures by name */
export async function lookAtFigures({ watch }: Cluster): Promise<{ seen: string; value: Map<string, number> }> {
  const silent = await untilScraped(watch, LIMIT_MS)
  insist(silent.length === 0, `Prometheus could not read ${silent.join(', ')}`)
  const figures = new Map<string, number>()
  for (const { name, query, isRight } of EXPECTED) {
    const isSo = await until(
      async () => {
        const value = await watch.ask(query)
        if (value !== undefined) figures.set(name, value)
        return value !== undefined && isRight(value)
      },
      LIMIT_MS,
      500,
    )
    insist(isSo, `${name}: ${figures.get(name) ?? 'nothing'} (${query})`)
  }
  const seen = [...figures].map(([name, value]) => `${name} ${Math.round(value * 100) / 100}`).join(', ')
  return { seen, value: figures }
}
