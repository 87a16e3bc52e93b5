import type { DashboardSpec } from '../panel'
import { ended, percentile, share } from '../queries'

export const painter: DashboardSpec = {
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
          queries: {
            '{{quality}} {{size}}': percentile(0.95, 'vernissage_painting_duration_seconds', 'quality, size'),
          },
          unit: 's',
        },
        {
          title: 'The two releases, p95',
          help: 'A canary that paints slower shows here.',
          queries: { '{{version}}': percentile(0.95, 'vernissage_painting_duration_seconds', 'version') },
          unit: 's',
        },
        {
          title: 'Tries that threw',
          help: 'Those that are tried again included.',
          emptyWithout: { '{{provider}} {{code}}': 'a try that threw' },
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
            '{{at}}': share('at', 'vernissage_result_cache_total', 'result="hit"'),
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
          emptyWithout: { '{{instance}} {{gpu}}': 'a GPU' },
          queries: { '{{instance}} {{gpu}}': 'max by (instance, gpu) (vernissage_gpu_utilisation_ratio)' },
          unit: 'percentunit',
          limits: [0.7, 0.85],
        },
        {
          title: 'Memory',
          help: 'Above 90 %: fewer paintings at once.',
          emptyWithout: { '{{instance}} {{gpu}}': 'a GPU' },
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
          emptyWithout: { '{{instance}} {{gpu}}': 'a GPU' },
          queries: { '{{instance}} {{gpu}}': 'max by (instance, gpu) (vernissage_gpu_temperature_celsius)' },
          unit: 'celsius',
          limits: [80, 85],
        },
      ],
    },
  ],
}
