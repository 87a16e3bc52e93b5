import type { DashboardSpec } from '../panel'
import { percentile, share } from '../queries'

export const web: DashboardSpec = {
  uid: 'vernissage-web',
  title: 'Web',
  description: 'Pages, interface and sockets, by route and by process.',
  rows: [
    {
      title: 'Requests',
      panels: [
        {
          title: 'By route',
          help: 'The ten busiest.',
          queries: { '{{route}}': 'topk(10, sum by (route) (rate(vernissage_http_requests_total[5m])))' },
          unit: 'reqps',
        },
        {
          title: 'The slowest routes, p95',
          help: 'Pages above 1 s and likes above 300 ms are too slow.',
          queries: {
            '{{method}} {{route}}':
              'topk(10, histogram_quantile(0.95, sum by (le, method, route) (rate(vernissage_http_request_duration_seconds_bucket[5m]))))',
          },
          unit: 's',
          limits: [1, 3],
        },
        {
          title: 'All together',
          help: 'P99 above 3 s pages somebody.',
          queries: {
            p50: percentile(0.5, 'vernissage_http_request_duration_seconds'),
            p95: percentile(0.95, 'vernissage_http_request_duration_seconds'),
            p99: 'vernissage:request_duration_seconds:p99_5m',
          },
          unit: 's',
          limits: [1, 3],
        },
        {
          title: 'Refusals',
          help: 'By code; any `internal` is a defect.',
          emptyWithout: { '{{code}}': 'a refusal' },
          queries: { '{{code}}': 'sum by (code) (rate(vernissage_http_refusals_total[5m]))' },
          unit: 'reqps',
        },
        {
          title: 'Errors by release',
          help: 'A canary twice as bad pages somebody.',
          queries: {
            '{{version}}': share('version', 'vernissage_http_requests_total', 'status=~"5.."'),
          },
          unit: 'percentunit',
          limits: [0.01, 0.05],
        },
        {
          title: 'In flight',
          help: 'Above 500 something behind the process hangs.',
          queries: { '{{instance}}': 'vernissage_http_requests_in_flight' },
          limits: [200, 500],
        },
      ],
    },
    {
      title: 'Processes',
      panels: [
        {
          title: 'Event loop, p99',
          help: 'Above 200 ms something blocks the process.',
          queries: { '{{instance}}': 'nodejs_eventloop_lag_p99_seconds{job="vernissage-web"}' },
          unit: 's',
          limits: [0.1, 0.2],
        },
        {
          title: 'Processor',
          help: 'One is a whole core; a process of Node has one.',
          queries: { '{{instance}}': 'rate(process_cpu_seconds_total{job=~"vernissage-.+"}[5m])' },
          limits: [0.7, 0.9],
        },
        {
          title: 'Memory',
          help: 'A slope over hours is a leak.',
          queries: { '{{instance}}': 'process_resident_memory_bytes{job=~"vernissage-.+"}' },
          unit: 'bytes',
        },
        {
          title: 'Caches',
          help: 'Last good: nothing newer could be read.',
          queries: { '{{cache}} {{result}}': 'sum by (cache, result) (rate(vernissage_catalogue_cache_total[5m]))' },
          unit: 'reqps',
        },
        {
          title: 'Sockets',
          help: 'Above 9,000 a process is full.',
          queries: { '{{instance}}': 'vernissage_sockets_connected' },
          limits: [6000, 9000],
        },
        {
          title: 'Open files',
          help: 'Share of the most there may be.',
          queries: { '{{instance}}': 'process_open_fds{job=~"vernissage-.+"} / process_max_fds{job=~"vernissage-.+"}' },
          unit: 'percentunit',
          limits: [0.6, 0.8],
        },
      ],
    },
  ],
}
