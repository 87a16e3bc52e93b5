import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { describe, expect, it, test, vi } from 'vitest'
import { parse, stringify } from 'yaml'
import { findProgram, installFromDistribution } from '@/launcher/testing/distribution'
import { doorRefusals } from '@/lib/contracts/admission'
import { dashboards } from '../grafana/dashboards'
import { makeDashboard } from '../grafana/panel'
import { metricsIn, readRules } from './rules-of'

// promtool reckons through hours of series; a busy machine takes its time over it.
vi.setConfig({ testTimeout: 300_000 })

const root = path.resolve(import.meta.dirname, '../..')
const provide = (program: string, packageName: string) =>
  findProgram(program) ?? (installFromDistribution(packageName) ? findProgram(program) : undefined)
const promtool = provide('promtool', 'prometheus')
const amtool = provide('amtool', 'prometheus-alertmanager')
const run = (program: string | undefined, ...args: string[]) => {
  const { status, stdout, stderr } = spawnSync(program ?? '', args, { cwd: import.meta.dirname, encoding: 'utf8' })
  return { status, output: stdout + stderr }
}
const filesIn = (folder: string) =>
  fs.readdirSync(path.join(import.meta.dirname, folder)).map((name) => `${folder}/${name}`)

const rules = readRules()
const alerts = rules.filter(({ alert }) => alert !== undefined)
const queries = Object.values(dashboards).flatMap(({ rows }) =>
  rows.flatMap(({ panels }) => panels.flatMap((panel) => Object.values(panel.queries))),
)
/** Those of the usual exporters: node_exporter, postgres_exporter, redis_exporter, the kubelet; and Prometheus' own. */
const FOREIGN =
  /^(node_filesystem_(avail|size)_bytes|pg_(replication|stat_database|database)_\w+|redis_memory_(used|max)_bytes|redis_instance_info|kubelet_volume_stats_(available|capacity)_bytes|up)$/

describe.skipIf(!promtool)('Prometheus (needs promtool: apt-get install prometheus)', () => {
  it('reads the rules', () => {
    expect(run(promtool, 'check', 'rules', ...filesIn('rules'))).toMatchObject({ status: 0 })
  })

  it('reads its settings', () => {
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'vernissage-prometheus-'))
    fs.cpSync(import.meta.dirname, folder, { recursive: true })
    const token = path.join(folder, 'token')
    fs.writeFileSync(token, 'a token')
    const file = path.join(folder, 'prometheus.yml')
    fs.writeFileSync(file, fs.readFileSync(file, 'utf8').replaceAll('/run/metrics-token', token))
    const result = run(promtool, 'check', 'config', file)
    fs.rmSync(folder, { recursive: true })
    expect(result).toMatchObject({ status: 0 })
  })

  it('holds each alert to its threshold, and the forecast to its figures', () => {
    expect(run(promtool, 'test', 'rules', ...filesIn('tests'))).toMatchObject({ status: 0 })
  })

  it('reads every query of the dashboards', () => {
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'vernissage-queries-'))
    const file = path.join(folder, 'queries.yml')
    const asRules = queries.map((expr, index) => ({ record: `query:${index}`, expr }))
    fs.writeFileSync(file, stringify({ groups: [{ name: 'queries', rules: asRules }] }))
    const result = run(promtool, 'check', 'rules', file)
    fs.rmSync(folder, { recursive: true })
    expect(result).toMatchObject({ status: 0 })
  })
})

test.skipIf(!amtool)('Alertmanager reads its settings (needs amtool: apt-get install prometheus-alertmanager)', () => {
  expect(run(amtool, 'check-config', '../alertmanager/alertmanager.yml')).toMatchObject({ status: 0 })
})

test('rules and dashboards ask for metrics that there are', () => {
  const page = fs.readFileSync(path.join(root, 'docs/metrics.md'), 'utf8')
  const documented = new Map([...page.matchAll(/^\| `(\w+)` \| (\w+) \|/gm)].map(([, name, type]) => [name, type]))
  const recorded = new Set(rules.map(({ record }) => record))
  const isThere = (name: string) => {
    const histogram = /^(\w+)_(bucket|sum|count)$/.exec(name)?.[1]
    return documented.has(name) || documented.get(histogram) === 'histogram' || recorded.has(name) || FOREIGN.test(name)
  }
  const asked = [...rules.map(({ expr }) => expr), ...queries].flatMap(metricsIn)
  expect(new Set(asked).size).toBeGreaterThan(40)
  expect([...new Set(asked)].filter((name) => !isThere(name))).toEqual([])
})

test('the thresholds that were asked for are those that are set', () => {
  const of = (name: string) =>
    alerts.filter(({ alert }) => alert === name).map((rule) => `${rule.expr} for ${rule.for}`)[0]
  expect(of('GpuBusy')).toMatch(/> 0\.85 for 5m$/)
  expect(of('GpuMemoryFull')).toMatch(/> 0\.9\n? for 5m$/)
  expect(of('RequestsSlow')).toMatch(/p99_5m > 3 /)
  expect(of('BacklogOrders')).toMatch(/> 200 /)
  expect(of('BacklogSeconds')).toMatch(/> 60 /)
  expect(of('PaintingFails')).toMatch(/< 0\.95 /)
  expect(of('RequestsFail')).toMatch(/> 0\.05 /)
  for (const name of ['BreakerOpen', 'OutboxOld', 'ReplicaLags', 'DiskFull']) expect(of(name)).toBeDefined()
})

test('what the door refuses is no failure, and the board of people shows it', () => {
  const codesIn = (exprs: string[]) =>
    exprs.flatMap((expr) => /http_refusals_total\{code=~"([^"]+)"/.exec(expr)?.[1]?.split('|') ?? [])
  const spared = rules.filter(({ record }) => record === 'vernissage:request_errors:rate5m').map(({ expr }) => expr)
  expect(codesIn(spared).sort()).toEqual([...doorRefusals].sort())
  expect(codesIn(queries)).toEqual(expect.arrayContaining([...doorRefusals]))
})

describe.each(alerts)('the alert $alert', ({ alert, labels, annotations }) => {
  it('says how urgent it is and what it is about, and has a page that says what to do', () => {
    expect(labels.severity).toMatch(/^(page|ticket)$/)
    expect(annotations.summary?.length).toBeGreaterThan(10)
    const page = fs.readFileSync(path.join(root, annotations.runbook ?? 'none'), 'utf8')
    expect(page).toContain(`\`${alert}\``)
    for (const heading of ['## What it means', '## Look', '## Do']) expect(page).toContain(heading)
  })

  it('is tried at its threshold', () => {
    const tests = parse(fs.readFileSync(path.join(import.meta.dirname, 'tests/alerts.yml'), 'utf8')).tests as {
      name: string
    }[]
    const names = tests.map(({ name }) => name)
    expect(names).toEqual(expect.arrayContaining([`${alert} fires`, `${alert} keeps silent`]))
  })
})

test('every page of docs/runbooks is reached from the list of them', () => {
  const folder = path.join(root, 'docs/runbooks')
  const list = fs.readFileSync(path.join(folder, 'README.md'), 'utf8')
  for (const name of fs.readdirSync(folder).filter((each) => each !== 'README.md')) expect(list).toContain(`(${name})`)
})

test('what runbooks, alerts and the doctor point at is there, and each alert is named by one page alone', () => {
  const folder = path.join(root, 'docs/runbooks')
  const pages = fs.readdirSync(folder)
  const textOf = (name: string) => fs.readFileSync(path.join(folder, name), 'utf8')
  for (const page of pages) {
    const targets = [...textOf(page).matchAll(/\]\(([^)#]+?)(?:#[^)]*)?\)/g)].map(([, target = '']) => target)
    const missing = targets.filter((target) => !/^https?:/.test(target) && !fs.existsSync(path.join(folder, target)))
    expect(missing, page).toEqual([])
  }
  for (const { alert, annotations } of alerts) {
    const headed = pages.filter((page) =>
      textOf(page)
        .match(/^\*\*Alert\.\*\*.*$/m)?.[0]
        .includes(`\`${alert}\``),
    )
    expect(headed, alert).toEqual([path.basename(annotations.runbook ?? '')])
  }
  const doctors = fs.readdirSync(path.join(root, 'launcher/doctor')).map((name) => `launcher/doctor/${name}`)
  const said = doctors.flatMap(
    (file) => fs.readFileSync(path.join(root, file), 'utf8').match(/docs\/runbooks\/[\w-]+\.md/g) ?? [],
  )
  expect(said.length).toBeGreaterThan(5)
  expect(said.filter((file) => !fs.existsSync(path.join(root, file)))).toEqual([])
})

test.each(Object.keys(dashboards))(
  'the dashboard %s is what its code says (npx tsx deploy/grafana/make.ts)',
  (name) => {
    const file = path.join(import.meta.dirname, `../grafana/dashboards/${name}.json`)
    const spec = dashboards[name]
    if (!spec) throw new Error(`there is no dashboard ${name}`)
    expect(JSON.parse(fs.readFileSync(file, 'utf8'))).toEqual(JSON.parse(JSON.stringify(makeDashboard(spec))))
    for (const panel of spec.rows.flatMap(({ panels }) => panels)) expect(panel.help.length).toBeGreaterThan(10)
  },
)
