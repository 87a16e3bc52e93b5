/** `npx tsx deploy/grafana/make.ts`: writes the dashboards that Grafana reads. A test fails while they are not what is written here. */
import fs from 'node:fs'
import path from 'node:path'
import { dashboards } from './dashboards'
import { makeDashboard } from './panel'

for (const [name, spec] of Object.entries(dashboards)) {
  const file = path.join(import.meta.dirname, 'dashboards', `${name}.json`)
  fs.writeFileSync(file, `${JSON.stringify(makeDashboard(spec), null, 2)}\n`)
}
