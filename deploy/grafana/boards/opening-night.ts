import type { DashboardSpec } from '../panel'
import { percentile } from '../queries'

export const openingNight: DashboardSpec = {
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
          emptyWithout: { opens: 'an announced opening' },
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
          emptyWithout: { foreseen: 'a week of history', 'in an hour': 'a week of history' },
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
          queries: {
            backlog: 'vernissage:backlog_seconds',
            'waited, p95': percentile(0.95, 'vernissage_order_wait_seconds'),
          },
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
          emptyWithout: { wanted: 'a week of history' },
          queries: {
            '{{provider}}': 'sum by (provider) (max by (model, provider) (vernissage_workers))',
            wanted: 'vernissage:workers_wanted:forecast1h',
          },
        },
      ],
    },
  ],
}
