import type { Drill } from './drill'
import { breakerDrill } from './faults/breaker'
import { workerKilled } from './faults/d1-worker-killed'
import { workerFrozen } from './faults/d2-worker-frozen'
import { webKilled } from './faults/d3-web-killed'
import { redisEmptied } from './faults/d4-redis-emptied'
import { redisStopped } from './faults/d5-redis-stopped'
import { postgresKilled } from './faults/d6-postgres-killed'
import { rollingRestart } from './faults/d7-rolling-restart'
import { badLines } from './faults/d8-bad-lines'
import { wrongClock } from './faults/d10-wrong-clock'
import { restore } from './faults/d12-restore'
import { diskFull } from './faults/disk-full'
import { gatewayDrill } from './faults/gateway'
import { models } from './faults/models'
import { postgresPaused } from './faults/pg-pause'
import { regionLost } from './faults/region-lost'
import { releases } from './faults/releases'
import { runbooks } from './faults/runbooks'
import { storm } from './faults/storm'

/** All drills, in the order of their table. Those that share a house come first. */
export const drills: Drill[] = [
  workerKilled,
  workerFrozen,
  webKilled,
  redisEmptied,
  redisStopped,
  postgresKilled,
  postgresPaused,
  rollingRestart,
  releases,
  badLines,
  breakerDrill,
  wrongClock,
  restore,
  regionLost,
  diskFull,
  storm,
  gatewayDrill,
  runbooks,
  models,
]
