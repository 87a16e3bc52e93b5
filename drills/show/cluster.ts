import { randomBytes } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { startRedis } from '@/launcher/testing/redis-server'
import { makeStandby } from '@/server/platform/embedded-postgres/make-standby'
import type { PictureStore } from '@/server/storage/picture-store'
import { openS3Store } from '@/server/storage/s3-store'
import { startS3Server } from '@/server/storage/testing/s3-server'
import { Skipped } from '../drill'
import { until } from '../house/ask'
import { fillBucket } from '../house/fill-bucket'
import { Gateway } from '../house/gateway'
import { type House, openHouse } from '../house/house'
import { Postgres } from '../house/postgres'
import { TcpProxy } from '../proxy/tcp-proxy'
import { openWatch, type Watch } from './watch'

export interface Cluster {
  /** The gateway: what people open. */
  url: string
  house: House & { pictures: PictureStore }
  standby: Postgres
  watch: Watch
  /** What was started, a line each. */
  parts: string[]
  close(): Promise<void>
}

const portOf = (url: string) => Number(new URL(url).port)

/**
 * Everything of deploy/compose that is not a picture of itself, as real processes on loopback: nginx, two web processes, two workers,
 * Redis, PostgreSQL with a standby, an S3-compatible store, Prometheus with its exporters.
 *
 * @throws {Skipped} where this machine lacks one of them
 */
export async function openCluster(template: string, folder: string): Promise<Cluster> {
  const ending: (() => Promise<unknown>)[] = []
  const close = async () => {
    for (const end of ending.reverse()) await end().catch((error: unknown) => console.error(error))
  }
  try {
    const s3 = await startS3Server()
    ending.push(s3.stop)
    const cache = await startRedis()
    if (!cache) throw new Skipped('There is no redis-server on this machine.')
    ending.push(() => cache.stop())
    const replica = new TcpProxy(0)
    ending.push(() => replica.close())
    const replicaPort = await replica.listen()
    const metricsToken = randomBytes(16).toString('hex')
    const { accessKeyId, secretAccessKey } = s3.credentials
    const env = {
      // What is shown is the house at rest and at work, not its limits.
      ORDERS_PER_MINUTE: '60',
      METRICS_TOKEN: metricsToken,
      REDIS_CACHE_URL: cache.url,
      S3_BUCKET: s3.bucket,
      S3_ENDPOINT: s3.endpoint,
      S3_ACCESS_KEY_ID: accessKeyId,
      S3_SECRET_ACCESS_KEY: secretAccessKey,
    }
    const house = await openHouse(template, {
      backEnd: 'redis',
      webs: 2,
      workers: 2,
      isAtRest: true,
      env,
      // The standby is made of the primary, and so later; until then nobody answers there.
      envOf: (databaseUrl) => ({
        DATABASE_REPLICA_URL: Object.assign(new URL(databaseUrl), { port: String(replicaPort) }).href,
      }),
    })
    if (!house?.redis) throw new Skipped('There is no redis-server on this machine.')
    ending.push(() => house.close())

    const standbyFolder = fs.mkdtempSync(path.join(folder, 'standby-'))
    fs.chmodSync(standbyFolder, 0o711)
    const cluster = path.join(house.dataFolder, 'postgres')
    await makeStandby(house.postgres.url, cluster, path.join(standbyFolder, 'postgres'), 'standby')
    fs.copyFileSync(path.join(house.dataFolder, 'secrets.json'), path.join(standbyFolder, 'secrets.json'))
    const standby = new Postgres(standbyFolder)
    await standby.start()
    ending.push(() => standby.stop())
    replica.turnTo(portOf(standby.url))

    const limits = { region: 'us-east-1', concurrency: 8, timeoutMs: 20_000 }
    const pictures = path.join(house.dataFolder, 'pictures')
    const store = openS3Store({ ...s3, ...limits })
    const filled = await fillBucket(pictures, store)
    // What is left in the folder would answer in the store's place.
    fs.rmSync(pictures, { recursive: true, force: true })

    await house.heal()
    const gateway = await Gateway.open(fs.mkdtempSync(path.join(folder, 'gateway-')), house.urls.map(portOf))
    if (!gateway) throw new Skipped('There is no nginx on this machine.')
    ending.push(() => gateway.close())
    const hostOf = (url: string) => new URL(url).host
    const watch = await openWatch(fs.mkdtempSync(path.join(folder, 'watch-')), {
      webs: house.urls.map(hostOf),
      workers: house.workers.map(({ spec }) => hostOf(spec.readyUrl)),
      databases: [house.postgres.url, standby.url],
      redisUrls: [house.redis.url, cache.url],
      metricsToken,
    })
    if (!watch) throw new Skipped('There is no Prometheus on this machine.')
    ending.push(watch.stop)

    const isStreaming = await until(async () => {
      const rows = await house.query<{ state: string }>('SELECT state FROM pg_stat_replication')
      return rows.some(({ state }) => state === 'streaming')
    }, 30_000)
    if (!isStreaming) throw new Error('the standby does not follow')
    const parts = [
      `nginx ${gateway.url}`,
      `web ${house.urls.join(' and ')}`,
      `${house.workers.length} workers`,
      `Redis ${house.redis.url}, and ${cache.url} for what may be forgotten`,
      `PostgreSQL at port ${portOf(house.postgres.url)}, standby at ${portOf(standby.url)}`,
      `S3 ${s3.endpoint}, ${filled} pictures`,
      `Prometheus ${watch.url}${watch.missing.length > 0 ? `, without an exporter for ${watch.missing.join(', ')}` : ''}`,
    ]
    return { url: gateway.url, house: { ...house, pictures: store }, standby, watch, parts, close }
  } catch (error) {
    await close()
    throw error
  }
}
