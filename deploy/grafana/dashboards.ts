import { database } from './boards/database'
import { openingNight } from './boards/opening-night'
import { painter } from './boards/painter'
import { people } from './boards/people'
import { queue } from './boards/queue'
import { web } from './boards/web'
import type { DashboardSpec } from './panel'

/** By the name of their file in deploy/grafana/dashboards. */
export const dashboards: Record<string, DashboardSpec> = {
  'opening-night': openingNight,
  painter,
  queue,
  web,
  database,
  people,
}
