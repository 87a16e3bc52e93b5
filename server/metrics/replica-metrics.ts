import { counter, gauge } from './registry'

export const replicaReads = counter('vernissage_replica_reads_total', 'Statements of the catalogue, by who answered.', [
  'from',
])
export const replicaLag = gauge(
  'vernissage_replica_lag_seconds',
  'Since when the replica last had all that the primary had committed.',
  [],
)
