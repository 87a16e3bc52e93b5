import type { DashboardSpec } from '../panel'

export const database: DashboardSpec = {
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
          emptyWithout: { '{{persistentvolumeclaim}}': 'Kubernetes' },
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
