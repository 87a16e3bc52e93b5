import fs from 'node:fs'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { makeStandby } from '@/server/platform/embedded-postgres/make-standby'
import type { Drill } from '../drill'
import { checkHistory } from '../history/check-history'
import { History } from '../history/history'
import { anyStyle, publicWorks, readOrders, until, untilEnded } from '../house/ask'
import { fillBucket } from '../house/fill-bucket'
import type { House } from '../house/house'
import { statusOf } from '../house/program'
import { Visitor } from '../house/visitor'
import { startMarkLoad } from '../load/mark-load'
import { TcpProxy } from '../proxy/tcp-proxy'
import { openBucket, replicate, settingsOf } from '../region/buckets'
import { NameServer } from '../region/name-server'
import { lastPulse, startPulse } from '../region/pulse'
import { spillOver } from '../region/spill-over'
import { untilLost } from '../region/watch-region'
import { conclude, seconds } from './conclude'

const RPO_MS = 30_000
const RTO_MS = 5 * 60_000
/** One way, as between two coasts of an ocean. */
const BETWEEN_REGIONS_MS = 40
const TTL_MS = 5_000
/** What was acknowledged so shortly before the youngest row that survived may have been committed after it. */
const LEEWAY_MS = 500

const portOf = (url: string) => Number(new URL(url).port)
const through = (url: string, port: number) => Object.assign(new URL(url), { port: String(port) }).href

export const regionLost: Drill = {
  name: 'region',
  title:
    'two regions: orders spill over while the one that writes is loaded; then it is cut off, the other one promoted, the name switched',
  expected:
    'the idle region paints its part; RTO at most 5 min, RPO at most 30 s; nothing acknowledged before that lost; the lost region follows afterwards',
  backEnds: ['postgres'],
  async run({ isLong, isWithin, newFolder, ownHouse }) {
    const lines: TcpProxy[] = []
    const [bucket, otherBucket] = [await openBucket('first'), await openBucket('second')]
    const line = async (target: number) => {
      const proxy = new TcpProxy(target)
      lines.push(proxy)
      return { proxy, port: await proxy.listen() }
    }
    try {
      // Each has its bucket, and reads in the other's what has not been replicated yet.
      const abroad = await line(portOf(bucket.server.endpoint))
      abroad.proxy.set({ latencyMs: BETWEEN_REGIONS_MS })
      const first = await ownHouse({
        isAtRest: true,
        env: settingsOf(bucket, otherBucket, otherBucket.server.endpoint),
      })
      const pictures = path.join(first.dataFolder, 'pictures')
      for (const { store } of [bucket, otherBucket]) await fillBucket(pictures, store)
      fs.rmSync(pictures, { recursive: true, force: true })
      await first.heal()
      const history = new History()
      const [style, artworks] = [await anyStyle(first), await publicWorks(first, 8)]
      // Its door, and the way between the regions.
      const door = await line(portOf(first.urls[0] ?? ''))
      const between = await line(portOf(first.postgres.url))
      between.proxy.set({ latencyMs: BETWEEN_REGIONS_MS })
      const [writer, replica] = [await line(between.port), await line(0)]

      const folder = newFolder()
      fs.chmodSync(folder, 0o711)
      const standby = path.join(folder, 'postgres')
      await makeStandby(
        through(first.postgres.url, between.port),
        path.join(first.dataFolder, 'postgres'),
        standby,
        'second',
      )
      fs.copyFileSync(path.join(first.dataFolder, 'secrets.json'), path.join(folder, 'secrets.json'))
      const second = await ownHouse({
        from: folder,
        isAtRest: true,
        env: {
          ...settingsOf(otherBucket, bucket, `http://127.0.0.1:${abroad.port}`),
          DATABASE_URL: through(first.postgres.url, writer.port),
          DATABASE_REPLICA_URL: through(first.postgres.url, replica.port),
        },
      })
      replica.proxy.turnTo(portOf(second.postgres.url))
      const copying = replicate(bucket, otherBucket)
      for (const web of second.webs) await web.startAndWait()

      // Both are open: the second one browses from its own standby, and sends what is written to the first.
      const elsewhere = () => second.urls[0] ?? ''
      const isLocal = await until(() => readsLocally(elsewhere()), 60_000, 500)
      await new Visitor(elsewhere, history).comeIn(artworks[0] ?? '')
      const spilt = await spillOver(first, second, history, style)
      const pulse = await startPulse(first)
      const names = new NameServer(`http://127.0.0.1:${door.port}`, TTL_MS)
      const load = await startMarkLoad({ base: names.resolver(), history, artworks, people: 6, pauseMs: 20 })
      const artist = new Visitor(names.resolver(), history)
      const painted = await artist.order(style)
      await untilEnded(first, painted.orderId ? [painted.orderId] : [], 60_000)
      // One that is accepted and not painted when its region is lost.
      for (const worker of first.workers) worker.freeze()
      const waiting = await artist.order(style)
      await sleep(isLong ? 60_000 : 4_000)

      const cutAt = Date.now()
      door.proxy.set({ isHalfOpen: true })
      between.proxy.set({ isHalfOpen: true })
      abroad.proxy.set({ isHalfOpen: true })
      await copying.stop()
      await untilLost(`http://127.0.0.1:${door.port}`)
      const noticedMs = Date.now() - cutAt
      await second.query('SELECT pg_promote(true, 60)')
      writer.proxy.turnTo(portOf(second.postgres.url))
      names.switchTo(elsewhere())
      const before = load.acknowledged()
      for (const worker of second.workers) worker.start()
      const isBack = await until(async () => load.acknowledged() > before + 12, RTO_MS)
      const rtoMs = isBack ? Date.now() - cutAt : Number.POSITIVE_INFINITY
      const waitingIds = waiting.orderId ? [waiting.orderId] : []
      await untilEnded(second, waitingIds, 120_000)
      const orderMs = Date.now() - cutAt
      await load.stop()
      await pulse.stop()
      const rpoMs = cutAt - (await lastPulse(second))
      const [found] = await readOrders(second, waitingIds)
      const verdict = await checkHistory(
        { ...second, pictures: otherBucket.store },
        withDoubt(history, cutAt - rpoMs - LEEWAY_MS, cutAt),
      )

      const follows = await rejoin(first, second)
      return conclude(
        [
          isLocal === true,
          spilt.isOk,
          isWithin(rpoMs, RPO_MS),
          isWithin(rtoMs, RTO_MS),
          found?.status === 'PAINTED',
          follows,
        ],
        `browsing from its own standby: ${isLocal ? 'yes' : 'no'}; ${spilt.seen}; noticed after ${seconds(noticedMs)}, writes back after ${seconds(rtoMs)} (RTO), ` +
          `the order that waited ${found?.status ?? 'gone'} after ${seconds(orderMs)}; RPO ${Math.max(0, Math.round(rpoMs))} ms; ` +
          `${verdict.acknowledged} writes acknowledged, ${verdict.unknown} in doubt; the lost region ${follows ? 'follows' : 'does not follow'} the new one`,
        verdict,
      )
    } finally {
      for (const proxy of lines) await proxy.close()
      for (const { server } of [bucket, otherBucket]) await server.stop()
    }
  },
}

/** Whether a page makes the region's own standby answer. */
async function readsLocally(url: string): Promise<boolean> {
  if ((await statusOf(`${url}/`)) !== 200) return false
  // A cursor of one's own is never answered from memory.
  await statusOf(`${url}/api/styles?fresh=${Date.now()}`)
  const metrics = await (await fetch(`${url}/metrics`)).text()
  return Number(/^vernissage_replica_reads_total\{from="replica"\} (\d+)/m.exec(metrics)?.[1] ?? 0) > 0
}

/** What was acknowledged after the youngest row that survived, and before the cut, may be there or not. */
function withDoubt(history: History, fromMs: number, cutAt: number): History {
  const doubted = new History()
  for (const operation of history.operations) {
    const isInDoubt = operation.outcome === 'ok' && operation.endedAt >= fromMs && operation.invokedAt <= cutAt
    doubted.add(isInDoubt ? { ...operation, outcome: 'unknown' } : operation)
  }
  return doubted
}

/** The lost region comes back: everything in it is ended before it reaches anybody, and its database made anew as a standby of the other. */
async function rejoin(lost: House, present: House): Promise<boolean> {
  for (const program of [...lost.webs, ...lost.workers]) await program.kill()
  await lost.postgres.kill()
  const cluster = path.join(lost.dataFolder, 'postgres')
  fs.rmSync(cluster, { recursive: true })
  await makeStandby(present.postgres.url, path.join(present.dataFolder, 'postgres'), cluster, 'first')
  await lost.postgres.start()
  const isStreaming = await until(async () => {
    const [row] = await present.query<{ state: string }>(
      `SELECT state FROM pg_stat_replication WHERE application_name = 'first'`,
    )
    return row?.state === 'streaming'
  }, 60_000)
  return isStreaming === true
}
