import { execFileSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import pg from 'pg'
import { freePort } from '@/server/platform/embedded-postgres/free-port'
import { TcpProxy } from '../proxy/tcp-proxy'
import { Postgres } from './postgres'
import { Program } from './program'
import { RedisProcess } from './redis'
import { environment, type Settings } from './template'

export type BackEnd = 'postgres' | 'redis'

export interface HouseOptions {
  backEnd: BackEnd
  webs?: number
  workers?: number
  /** Whether web and worker reach PostgreSQL and Redis through proxies. */
  isProxied?: boolean
  /** Settings of all processes, e.g. LOG_LEVEL. */
  env?: Settings
  /** Those that follow from the database's address. */
  envOf?: (databaseUrl: string) => Settings
  /** More settings of one worker, counted from 0. */
  workerEnv?: (index: number) => Settings
  /** More arguments of Node for one worker. */
  workerArgs?: (index: number) => string[]
  /** More settings of PostgreSQL, as `name=value`. */
  postgresSettings?: string[]
  /** The data folder to copy, where that is not the template. */
  from?: string
  /** Whether web and worker wait for the first `heal`. */
  isAtRest?: boolean
  /** The folder of a built release that web and worker begin as, on tables of this one. */
  release?: string
  /** Called with the data folder before anything is started on it. */
  onFolder?: (dataFolder: string) => void
}

const LOADERS = ['--import', 'tsx', '--import', './launcher/follow-launcher.mjs']

/** Everything of one installation, as real processes of its own on loopback. */
export interface House {
  dataFolder: string
  logFolder: string
  postgres: Postgres
  redis?: RedisProcess
  webs: Program[]
  workers: Program[]
  /** Addresses of the web processes. */
  urls: string[]
  /** The lines to PostgreSQL and Redis, where the house is proxied. */
  lines: TcpProxy[]
  /** Asks the database directly, past any proxy. */
  query<T extends pg.QueryResultRow>(sql: string, values?: unknown[]): Promise<T[]>
  /** Brings everything up that was frozen or killed, and waits until it can serve. */
  heal(): Promise<void>
  close(): Promise<void>
}

/** Opens a house on a copy of the template; null where its back end is not to be had on this machine. */
export async function openHouse(template: string, options: HouseOptions): Promise<House | null> {
  const { backEnd, webs: webCount = 1, workers: workerCount = 1, isProxied = false } = options
  const redis = backEnd === 'redis' ? new RedisProcess() : undefined
  if (redis && !(await redis.start())) return null
  const dataFolder = fs.mkdtempSync(path.join(path.dirname(template), 'house-'))
  fs.chmodSync(dataFolder, 0o711)
  execFileSync('cp', ['-a', `${options.from ?? template}/.`, dataFolder])
  const logFolder = path.join(dataFolder, 'logs')
  fs.mkdirSync(logFolder, { recursive: true })
  options.onFolder?.(dataFolder)
  const postgres = new Postgres(dataFolder, options.postgresSettings)
  await postgres.start()

  const lines: TcpProxy[] = []
  const through = async (address: string) => {
    if (!isProxied) return address
    const url = new URL(address)
    const line = new TcpProxy(Number(url.port))
    url.port = String(await line.listen())
    lines.push(line)
    return url.href
  }
  const databaseUrl = await through(postgres.url)
  const redisUrl = redis && (await through(redis.url))
  const base = environment(dataFolder, databaseUrl, {
    ORDERS_PER_MINUTE: '10000',
    // The ladder is not what most drills are about.
    ADMISSION_THRESHOLDS: '1000,2000,3000,4000',
    ...(redisUrl && { REDIS_URL: redisUrl }),
    ...options.env,
    ...options.envOf?.(databaseUrl),
  })

  const ports: number[] = []
  const program = async (kind: 'web' | 'worker', index: number) => {
    const port = await freePort(0)
    ports.push(port)
    const isWeb = kind === 'web'
    const name = `${kind}-${index}`
    const args = isWeb ? [] : (options.workerArgs?.(index) ?? [])
    const own: Settings = isWeb ? { PORT: String(port) } : { WORKER_PORT: String(port), ...options.workerEnv?.(index) }
    return new Program({
      name,
      args: [...LOADERS, ...args, isWeb ? 'app/main.ts' : 'worker/main.ts'],
      env: { ...base, ...own },
      folder: options.release,
      logFile: path.join(logFolder, `${name}.log`),
      readyUrl: `http://127.0.0.1:${port}${isWeb ? '/api' : ''}/health/ready`,
    })
  }
  const webs: Program[] = []
  for (let index = 0; index < webCount; index++) webs.push(await program('web', index))
  const urls = ports.map((port) => `http://127.0.0.1:${port}`)
  const workers: Program[] = []
  for (let index = 0; index < workerCount; index++) workers.push(await program('worker', index))

  let pool: pg.Pool | undefined
  const query = async <T extends pg.QueryResultRow>(sql: string, values: unknown[] = []) => {
    if (!pool) {
      pool = new pg.Pool({ connectionString: postgres.url, max: 2, connectionTimeoutMillis: 20_000 })
      pool.on('error', () => {})
      pool.on('connect', (client) => client.on('error', () => {}))
    }
    return (await pool.query<T>(sql, values)).rows
  }

  const heal = async () => {
    for (const line of lines) line.set({})
    postgres.resume()
    redis?.resume()
    if (!postgres.isRunning) await postgres.start()
    await redis?.start()
    for (const each of [...webs, ...workers]) {
      each.resume()
      each.start()
    }
    await Promise.all([...webs, ...workers].map((each) => each.untilReady()))
  }
  const close = async () => {
    postgres.resume()
    redis?.resume()
    await Promise.all([...webs, ...workers].map((each) => each.kill()))
    await pool?.end()
    for (const line of lines) await line.close()
    await redis?.stop()
    await postgres.stop()
  }
  const house = { dataFolder, logFolder, postgres, redis, webs, workers, urls, lines, query, heal, close }
  if (options.isAtRest) return house
  try {
    await heal()
  } catch (error) {
    await close()
    throw error
  }
  return house
}
