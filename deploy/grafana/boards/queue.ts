import type { DashboardSpec } from '../panel'
import { percentile } from '../queries'

export const queue: DashboardSpec = {
  uid: 'vernissage-queue',
  title: 'Queue',
  description: 'From the accepted order to the worker that takes it.',
  rows: [
    {
      title: 'On the way',
      panels: [
        {
          title: 'Jobs',
          help: 'The queue’s own count. All 0 while orders wait: it was emptied; the sweeper puts them back.',
          queries: { '{{state}}': 'max by (state) (vernissage_queue_jobs)' },
          isStacked: true,
        },
        {
          title: 'Orders by what they are',
          help: 'PostgreSQL’s count: the truth.',
          queries: { '{{status}} {{quality}}': 'max by (status, quality) (vernissage_orders)' },
          isStacked: true,
        },
        {
          title: 'The oldest',
          help: 'Queued for more than 300 s pages somebody.',
          queries: { '{{status}}': 'max by (status) (vernissage_oldest_order_age_seconds)' },
          unit: 's',
          limits: [120, 300],
        },
        {
          title: 'Outbox',
          help: 'Accepted, and not yet handed to the queue.',
          queries: { entries: 'max(vernissage_outbox_entries)' },
          limits: [50, 100],
        },
        {
          title: 'The oldest in the outbox',
          help: 'Above 30 s neither web nor sweeper reaches the queue.',
          queries: { age: 'max(vernissage_outbox_oldest_age_seconds)' },
          unit: 's',
          limits: [10, 30],
        },
        {
          title: 'Waited',
          help: 'From acceptance to the first claim.',
          queries: {
            p50: percentile(0.5, 'vernissage_order_wait_seconds'),
            p95: percentile(0.95, 'vernissage_order_wait_seconds'),
            p99: percentile(0.99, 'vernissage_order_wait_seconds'),
          },
          unit: 's',
          limits: [30, 60],
        },
        {
          title: 'Redis memory',
          help: 'It never evicts: full means that nothing is queued.',
          queries: { used: 'max(redis_memory_used_bytes)', most: 'max(redis_memory_max_bytes)' },
          unit: 'bytes',
        },
        {
          title: 'Ladder',
          help: 'The rung by which each process admits.',
          queries: { '{{instance}}': 'vernissage_admission_rung' },
          limits: [1, 3],
        },
      ],
    },
  ],
}
