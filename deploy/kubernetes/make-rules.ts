import fs from 'node:fs'
import path from 'node:path'
import { parse, stringify } from 'yaml'

/** Prometheus' rules as the one resource that its operator reads. */
export function makeRules(): string {
  const folder = path.join(import.meta.dirname, '../prometheus/rules')
  const groups = fs
    .readdirSync(folder)
    .sort()
    .flatMap((name) => parse(fs.readFileSync(path.join(folder, name), 'utf8')).groups as unknown[])
  const rule = {
    apiVersion: 'monitoring.coreos.com/v1',
    kind: 'PrometheusRule',
    metadata: { name: 'vernissage' },
    spec: { groups },
  }
  return `# Made of deploy/prometheus/rules by deploy/kubernetes/render.ts.\n${stringify(rule, { lineWidth: 0 })}`
}
