import type { DashboardSpec } from './panel'

const p = (share: number, metric: string, by = '') =>
  `histogram_quantile(${share}, sum by (le${by && `, ${by}`}) (rate(${metric}_bucket[5m])))`

const ended = (outcome: string) => `sum(rate(vernissage_orders_ended_total{outcome=~"${outcome}"}[5m]))`

const openingNight: DashboardSpec = {
  uid: 'vernissage-opening-night',
  title: 'Opening night',
  description: 'Everything that matters while people are at the door, on one screen.',
  rows: [
    {
      title: 'Now',
      panels: [
        {
          kind: 'stat',
          width: 4,
          title: 'People online',
          help: 'People behind open sockets.',
          queries: { people: 'sum(vernissage_people_online)' },
        },
        {
          kind: 'stat',
          width: 4,
          title: 'Backlog',
          help: 'What an order that comes now waits. The ladder begins at 10 s.',
          queries: { backlog: 'vernissage:backlog_seconds' },
          unit: 's',
          limits: [10, 60],
        },
        {
          kind: 'stat',
          width: 4,
          title: 'Rung',
          help: '0 open, 1 no HD, 2 quick, 3 accounts only, 4 closed.',
          queries: { rung: 'max(vernissage_admission_rung)' },
          limits: [1, 3],
        },
        {
          kind: 'stat',
          width: 4,
          title: 'Slowest of a hundred',
          help: 'P99 of all requests; 3 s is the limit.',
          queries: { p99: 'vernissage:request_duration_seconds:p99_5m' },
          unit: 's',
          limits: [1, 3],
        },
        {
          kind: 'stat',
          width: 4,
          title: 'Failing',
          help: '5xx without the ladder’s own refusals; 5 % is the limit.',
          queries: { errors: 'vernissage:request_errors:ratio_rate5m' },
          unit: 'percentunit',
          limits: [0.01, 0.05],
        },
        {
          kind: 'stat',
          width: 4,
          title: 'Next opening',
          help: 'The next announced exhibition.',
          queries: { opens: '1000 * max(vernissage_next_opening_timestamp_seconds)' },
          unit: 'dateTimeFromNow',
        },
      ],
    },
    {
      title: 'People and their orders',
      panels: [
        {
          title: 'People and sockets',
          help: 'Half gone within a minute means a process or a network went.',
          queries: { people: 'sum(vernissage_people_online)', sockets: 'sum(vernissage_sockets_connected)' },
        },
        {
          title: 'Orders a minute, and what was foreseen',
          help: 'The forecast of an hour ago is drawn where it says what is now.',
          queries: {
            came: 'vernissage:orders_per_minute:rate15m',
            foreseen: 'vernissage:orders_per_minute:forecast{horizon="1h"} offset 1h',
            'in an hour': 'vernissage:orders_per_minute:forecast{horizon="1h"}',
          },
          unit: 'opm',
        },
        {
          title: 'Backlog and wait',
          help: 'Seconds of painting that wait, and what orders did wait (95 of 100).',
          queries: { backlog: 'vernissage:backlog_seconds', 'waited, p95': p(0.95, 'vernissage_order_wait_seconds') },
          unit: 's',
          limits: [10, 60],
        },
        {
          title: 'Orders that wait',
          help: 'More than 200 pages somebody.',
          queries: { '{{quality}}': 'max by (quality) (vernissage_orders{status="queued"})' },
          limits: [100, 200],
          isStacked: true,
        },
        {
          title: 'Requests',
          help: 'By status class, all processes.',
          queries: {
            '{{class}}xx':
              'sum by (class) (label_replace(rate(vernissage_http_requests_total[5m]), "class", "$1", "status", "(.).."))',
          },
          unit: 'reqps',
          isStacked: true,
        },
        {
          title: 'Workers',
          help: 'By where they paint; wanted is what the next hour takes.',
          queries: {
            '{{provider}}': 'sum by (provider) (max by (model, provider) (vernissage_workers))',
            wanted: 'vernissage:workers_wanted:forecast1h',
          },
        },
      ],
    },
  ],
}

const painter: DashboardSpec = {
  uid: 'vernissage-painter',
  title: 'Painter',
  description: 'How fast and how well portraits are painted.',
  rows: [
    {
      title: 'Paintings',
      panels: [
        {
          title: 'Ends a second',
          help: 'Lost is a late result that was refused: harmless, unless there are many.',
          queries: {
            painted: ended('painted'),
            'from cache': ended('from_cache'),
            failed: ended('failed'),
            lost: ended('lost'),
          },
          isStacked: true,
        },
        {
          title: 'Success',
          help: 'Below 95 % pages somebody.',
          queries: { success: 'vernissage:painting_success:ratio_rate10m' },
          unit: 'percentunit',
        },
        {
          title: 'Seconds of painting, p95',
          help: 'Twice yesterday’s is a reason to look.',
          queries: { '{{quality}} {{size}}': p(0.95, 'vernissage_painting_duration_seconds', 'quality, size') },
          unit: 's',
        },
        {
          title: 'The two releases, p95',
          help: 'A canary that paints slower shows here.',
          queries: { '{{version}}': p(0.95, 'vernissage_painting_duration_seconds', 'version') },
          unit: 's',
        },
        {
          title: 'Tries that threw',
          help: 'Those that are tried again included.',
          queries: {
            '{{provider}} {{code}}': 'sum by (provider, code) (rate(vernissage_painting_failures_total[5m]))',
          },
        },
        {
          title: 'Breakers',
          help: '1 open, 0.5 half open.',
          queries: { '{{model}}': 'max by (model) (vernissage_breaker_open)' },
          limits: [0.5, 1],
        },
        {
          title: 'Paintings found',
          help: 'Share of looks into the cache of paintings that found one.',
          queries: {
            '{{at}}':
              'sum by (at) (rate(vernissage_result_cache_total{result="hit"}[5m])) / sum by (at) (rate(vernissage_result_cache_total[5m]))',
          },
          unit: 'percentunit',
        },
        {
          title: 'Claims an order needed',
          help: 'More than one: a worker died over it.',
          queries: {
            'more than one':
              '1 - sum(rate(vernissage_order_attempts_bucket{le="1"}[15m])) / sum(rate(vernissage_order_attempts_count[15m]))',
          },
          unit: 'percentunit',
          limits: [0.01, 0.02],
        },
      ],
    },
    {
      title: 'GPUs',
      panels: [
        {
          title: 'At work',
          help: 'Above 85 % for five minutes: more GPUs, or shorter paintings.',
          queries: { '{{instance}} {{gpu}}': 'max by (instance, gpu) (vernissage_gpu_utilisation_ratio)' },
          unit: 'percentunit',
          limits: [0.7, 0.85],
        },
        {
          title: 'Memory',
          help: 'Above 90 %: fewer paintings at once.',
          queries: {
            '{{instance}} {{gpu}}':
              'max by (instance, gpu) (vernissage_gpu_memory_used_bytes) / max by (instance, gpu) (vernissage_gpu_memory_total_bytes)',
          },
          unit: 'percentunit',
          limits: [0.8, 0.9],
        },
        {
          title: 'Temperature',
          help: 'Above 85 °C it slows down by itself.',
          queries: { '{{instance}} {{gpu}}': 'max by (instance, gpu) (vernissage_gpu_temperature_celsius)' },
          unit: 'celsius',
          limits: [80, 85],
        },
      ],
    },
  ],
}

const queue: DashboardSpec = {
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
            p50: p(0.5, 'vernissage_order_wait_seconds'),
            p95: p(0.95, 'vernissage_order_wait_seconds'),
            p99: p(0.99, 'vernissage_order_wait_seconds'),
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

const web: DashboardSpec = {
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
            p50: p(0.5, 'vernissage_http_request_duration_seconds'),
            p95: p(0.95, 'vernissage_http_request_duration_seconds'),
            p99: 'vernissage:request_duration_seconds:p99_5m',
          },
          unit: 's',
          limits: [1, 3],
        },
        {
          title: 'Refusals',
          help: 'By code; any `internal` is a defect.',
          queries: { '{{code}}': 'sum by (code) (rate(vernissage_http_refusals_total[5m]))' },
          unit: 'reqps',
        },
        {
          title: 'Errors by release',
          help: 'A canary twice as bad pages somebody.',
          queries: {
            '{{version}}':
              'sum by (version) (rate(vernissage_http_requests_total{status=~"5.."}[5m])) / sum by (version) (rate(vernissage_http_requests_total[5m]))',
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

const database: DashboardSpec = {
  uid: 'vernissage-database',
  title: 'Database',
  description: 'PostgreSQL, its standbys, its connections and the disks.',
  rows: [
    {
      title: 'PostgreSQL',
      panels: [
        {
          title: 'Answers',
          help: '1 where the last look was answered within its second.',
          queries: { '{{instance}}': 'vernissage_database_up' },
        },
        {
          title: 'Connections of the house',
          help: 'In use or idle, by pool.',
          queries: { '{{pool}} {{state}}': 'sum by (pool, state) (vernissage_database_connections)' },
          isStacked: true,
        },
        {
          title: 'Statements that wait for one',
          help: 'Anything above 0 for a minute: slow queries, or too small a pool.',
          queries: { '{{instance}} {{pool}}': 'vernissage_database_waiting' },
          limits: [1, 5],
        },
        {
          title: 'Standbys behind',
          help: 'Above 30 s they would lose too much.',
          queries: { '{{instance}}': 'pg_replication_lag_seconds and pg_replication_is_replica == 1' },
          unit: 's',
          limits: [10, 30],
        },
        {
          title: 'Transactions',
          help: 'Committed, and rolled back.',
          queries: {
            committed: 'sum(rate(pg_stat_database_xact_commit[5m]))',
            'rolled back': 'sum(rate(pg_stat_database_xact_rollback[5m]))',
          },
          unit: 'reqps',
        },
        {
          title: 'Read from memory',
          help: 'Below 99 % the working set has outgrown shared_buffers.',
          queries: {
            hits: 'sum(rate(pg_stat_database_blks_hit[5m])) / (sum(rate(pg_stat_database_blks_hit[5m])) + sum(rate(pg_stat_database_blks_read[5m])))',
          },
          unit: 'percentunit',
        },
        {
          title: 'Size',
          help: 'On disk, by database.',
          queries: { '{{datname}}': 'max by (datname) (pg_database_size_bytes)' },
          unit: 'bytes',
        },
        {
          title: 'Disks, free',
          help: 'Below 10 % pages somebody.',
          queries: {
            '{{mountpoint}}':
              'node_filesystem_avail_bytes{fstype!~"tmpfs|overlay|squashfs"} / node_filesystem_size_bytes{fstype!~"tmpfs|overlay|squashfs"}',
            '{{persistentvolumeclaim}}': 'kubelet_volume_stats_available_bytes / kubelet_volume_stats_capacity_bytes',
          },
          unit: 'percentunit',
        },
      ],
    },
  ],
}

const people: DashboardSpec = {
  uid: 'vernissage-people',
  title: 'People',
  description: 'What visitors and artists do, for who runs the house rather than its machines.',
  rows: [
    {
      title: 'The house',
      panels: [
        {
          kind: 'stat',
          width: 6,
          title: 'People online',
          help: 'People behind open sockets.',
          queries: { people: 'sum(vernissage_people_online)' },
        },
        {
          kind: 'stat',
          width: 6,
          title: 'Works on the walls',
          help: 'Works that everybody may see.',
          queries: { works: 'max(vernissage_works_visible)' },
        },
        {
          kind: 'stat',
          width: 6,
          title: 'Portraits kept',
          help: 'Painted portraits that their owners keep.',
          queries: { portraits: 'max(vernissage_portraits_painted)' },
        },
        {
          kind: 'stat',
          width: 6,
          title: 'Likes',
          help: 'Likes of the works on the walls.',
          queries: { likes: 'max(vernissage_likes)' },
        },
        {
          width: 12,
          title: 'People through the week',
          help: 'Today, and the same day a week ago.',
          queries: { now: 'sum(vernissage_people_online)', 'a week ago': 'sum(vernissage_people_online offset 7d)' },
        },
        {
          width: 12,
          title: 'Portraits ordered and hung, an hour',
          help: 'What came to the door, and what was hung.',
          queries: {
            ordered:
              'sum(increase(vernissage_http_requests_total{method="POST",route="/api/portraits",status="202"}[1h]))',
            hung: 'sum(increase(vernissage_http_requests_total{method="POST",route="/api/portraits/{id}/hang",status=~"2.."}[1h]))',
          },
        },
        {
          width: 12,
          title: 'Likes and favourites, an hour',
          help: 'Set and taken back alike.',
          queries: {
            likes: 'sum(increase(vernissage_http_requests_total{route="/api/artworks/{id}/like",status="200"}[1h]))',
            favourites:
              'sum(increase(vernissage_http_requests_total{route="/api/artworks/{id}/favourite",status="200"}[1h]))',
          },
        },
        {
          width: 12,
          title: 'Turned away, an hour',
          help: 'By the ladder, and by limits.',
          queries: {
            '{{code}}':
              'sum by (code) (increase(vernissage_http_refusals_total{code=~"no_turn|studio_closed|painter_busy|too_many_orders|too_many_requests"}[1h]))',
          },
        },
      ],
    },
  ],
}

/** By the name of their file in deploy/grafana/dashboards. */
export const dashboards: Record<string, DashboardSpec> = {
  'opening-night': openingNight,
  painter,
  queue,
  web,
  database,
  people,
}
