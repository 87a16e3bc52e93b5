import fs from 'node:fs'
import path from 'node:path'
import { parse, stringify } from 'yaml'
import { z } from 'zod'
import { freePort } from '@/server/platform/embedded-postgres/free-port'
import { until } from '../house/ask'
import { root } from '../house/template'
import { provide, Service } from './service'

const SETTINGS = path.join(root, 'deploy/prometheus')
/** The release that Compose names tells these by itself; older ones, as Debian's, are told how. */
const REPLICATION_QUERY = {
  pg_replication: {
    query:
      'SELECT CASE WHEN NOT pg_is_in_recovery() THEN 0 WHEN pg_last_wal_receive_lsn() = pg_last_wal_replay_lsn() THEN 0 ELSE GREATEST(0, EXTRACT(EPOCH FROM (now() - pg_last_xact_replay_timestamp()))) END AS lag_seconds, CASE WHEN pg_is_in_recovery() THEN 1 ELSE 0 END AS is_replica',
    metrics: [
      { lag_seconds: { usage: 'GAUGE', description: 'Seconds behind the primary' } },
      { is_replica: { usage: 'GAUGE', description: 'Whether it is a standby' } },
    ],
  },
}

const settingsSchema = z.looseObject({
  global: z.looseObject({}),
  alerting: z.unknown(),
  scrape_configs: z.array(z.looseObject({ job_name: z.string() })),
})

export interface Watched {
  /** host:port of web processes, and of workers. */
  webs: string[]
  workers: string[]
  /** Addresses of the primary and of its standbys. */
  databases: string[]
  redisUrls: string[]
  metricsToken: string
}

export interface Watch {
  url: string
  /** Jobs of deploy/prometheus/prometheus.yml that have no exporter on this machine. */
  missing: string[]
  /** The value of a query now; undefined where it has none. */
  ask(query: string): Promise<number | undefined>
  stop(): Promise<void>
}

const answerSchema = z.object({
  data: z.object({ result: z.array(z.object({ value: z.tuple([z.number(), z.string()]) })) }),
})

/** Starts Prometheus with the settings and rules of deploy/prometheus, and the usual exporters; only addresses, and how often it looks, are put in their place. Null where there is no Prometheus. */
export async function openWatch(folder: string, watched: Watched): Promise<Watch | null> {
  const prometheus = provide('prometheus', 'prometheus', folder)
  if (!prometheus) return null
  const services: Service[] = []
  const targets = new Map([
    ['vernissage-web', watched.webs],
    ['vernissage-worker', watched.workers],
  ])
  const add = async (
    job: string,
    program: string,
    argsOf: (address: string) => string[],
    env?: Record<string, string>,
  ) => {
    const found = provide(program, program, folder)
    if (!found) return
    const address = `127.0.0.1:${await freePort(0)}`
    const log = path.join(folder, `${program}.log`)
    services.push(await Service.start(found, argsOf(address), log, `http://${address}/metrics`, env))
    targets.set(job, [...(targets.get(job) ?? []), address])
  }
  const stop = async () => {
    for (const service of services.reverse()) await service.stop()
  }
  try {
    await add('node', 'prometheus-node-exporter', (address) => [
      `--web.listen-address=${address}`,
      '--collector.filesystem.mount-points-exclude=^/(dev|proc|sys|run|tmp|var/(tmp|lib))($|/)',
    ])
    const queries = path.join(folder, 'queries.yml')
    fs.writeFileSync(queries, stringify(REPLICATION_QUERY))
    for (const database of watched.databases) {
      const env = { DATA_SOURCE_NAME: `${database}?sslmode=disable` }
      const args = (address: string) => [`--web.listen-address=${address}`, `--extend.query-path=${queries}`]
      await add('postgres', 'prometheus-postgres-exporter', args, env)
    }
    for (const url of watched.redisUrls) {
      const args = (address: string) => [`-web.listen-address=${address}`, `-redis.addr=${url}`]
      await add('redis', 'prometheus-redis-exporter', args)
    }
    const own = `127.0.0.1:${await freePort(0)}`
    targets.set('prometheus', [own])
    const missing = writeSettings(folder, targets, watched.metricsToken)
    const url = `http://${own}`
    const args = [
      `--config.file=${path.join(folder, 'prometheus.yml')}`,
      `--storage.tsdb.path=${path.join(folder, 'tsdb')}`,
      `--web.listen-address=${own}`,
    ]
    services.push(await Service.start(prometheus, args, path.join(folder, 'prometheus.log'), `${url}/-/ready`))
    const ask = async (query: string) => {
      const response = await fetch(`${url}/api/v1/query?query=${encodeURIComponent(query)}`)
      const [first] = answerSchema.parse(await response.json()).data.result
      return first && Number(first.value[1])
    }
    return { url, missing, ask, stop }
  } catch (error) {
    await stop()
    throw error
  }
}

/** The settings of Compose with the addresses of here. @returns jobs without a target */
function writeSettings(folder: string, targets: Map<string, string[]>, token: string): string[] {
  fs.cpSync(path.join(SETTINGS, 'rules'), path.join(folder, 'rules'), { recursive: true })
  const tokenFile = path.join(folder, 'metrics-token')
  fs.writeFileSync(tokenFile, token, { mode: 0o600 })
  const settings = settingsSchema.parse(parse(fs.readFileSync(path.join(SETTINGS, 'prometheus.yml'), 'utf8')))
  // An evening of minutes is looked at more often than a year.
  settings.global = { ...settings.global, scrape_interval: '5s', evaluation_interval: '5s' }
  delete settings.alerting
  const jobs = settings.scrape_configs.map(({ dns_sd_configs: _names, static_configs: _addresses, ...job }) => ({
    ...job,
    ...('authorization' in job && { authorization: { credentials_file: tokenFile } }),
    static_configs: [{ targets: targets.get(job.job_name) ?? [] }],
  }))
  fs.writeFileSync(path.join(folder, 'prometheus.yml'), stringify({ ...settings, scrape_configs: jobs }))
  return jobs.map(({ job_name }) => job_name).filter((name) => !targets.has(name))
}

/** Waits until every target has been read. @returns the addresses that have not */
export async function untilScraped({ url }: Watch, limitMs: number): Promise<string[]> {
  const schema = z.object({
    data: z.object({ activeTargets: z.array(z.object({ health: z.string(), scrapeUrl: z.string() })) }),
  })
  const look = async () =>
    schema.parse(await (await fetch(`${url}/api/v1/targets?state=active`)).json()).data.activeTargets
  const isDone = await until(async () => (await look()).every(({ health }) => health === 'up'), limitMs, 500)
  return isDone ? [] : (await look()).filter(({ health }) => health !== 'up').map(({ scrapeUrl }) => scrapeUrl)
}
