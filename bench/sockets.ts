import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as sleep } from 'node:timers/promises'
import { cookieOf, encodeCall, HttpConnection } from './http-connection'
import { percentile } from './load'
import type { BenchTable } from './painter'
import { processorSeconds, residentBytesInUse } from './process-figures'
import type { House } from './raw-visitor'
import type { FromVisitors, ToVisitors } from './visitors'

const sockets = Number(process.env.BENCH_SOCKETS ?? 10_000)
const arrivalsPerSecond = 500
const likes = 12
const limitMs = 180_000
/** For what was allocated while they came to be given back. */
const settleMs = 20_000
const watchMs = 15_000

const now = () => performance.timeOrigin + performance.now()

function openCrowd() {
  const crowd: ChildProcess = fork('bench/visitors.ts', { execArgv: ['--import', 'tsx'] })
  const ask = async <Kind extends FromVisitors['kind']>(message: ToVisitors, kind: Kind, limitMs: number) => {
    const signal = AbortSignal.timeout(limitMs)
    crowd.send(message)
    for (;;) {
      const [answer] = (await once(crowd, 'message', { signal })) as [FromVisitors]
      if (answer.kind === kind) return answer as FromVisitors & { kind: Kind }
    }
  }
  /** The same, until all follow. */
  const untilAllFollow = (message: ToVisitors) =>
    ask(message, 'following', limitMs).catch(async () => {
      const { following } = await ask({ kind: 'count' }, 'count', limitMs)
      throw new Error(`${following} of ${sockets} follow after ${limitMs / 1000} s`)
    })
  const tell = (message: ToVisitors) => void crowd.send(message)
  return { ask, tell, untilAllFollow, close: () => crowd.disconnect() }
}

/** Milliseconds from a like's being sent to its count with 99 % of the crowd, for each of some likes. */
async function timeLikes(base: string, artworkId: string, ask: ReturnType<typeof openCrowd>['ask']): Promise<number[]> {
  const connection = await HttpConnection.open(base)
  const url = `${base}/api/artworks/${artworkId}/like`
  const times: number[] = []
  let cookie = ''
  for (let round = 0; round < likes; round++) {
    const method = round % 2 ? 'DELETE' : 'PUT'
    const heard = ask({ kind: 'listen', event: 'artwork:count' }, 'heard', 60_000)
    // Awaited below, unless the like itself fails.
    heard.catch(() => {})
    await sleep(200)
    const sentAt = now()
    const answer = await connection.send(encodeCall({ method, url, headers: cookie ? { Cookie: cookie } : {} }))
    if (answer.status !== 200) throw new Error(`like: ${answer.status} ${answer.body}`)
    if (!cookie) cookie = cookieOf(answer)
    const { at99, count } = await heard
    if (at99 === null) throw new Error(`like ${round + 1}: only ${count} of ${sockets} heard of it`)
    times.push(at99 - sentAt)
  }
  connection.close()
  return times
}

/** While a tenth of the crowd walks: how often each hears of those around, and what that takes of the process. */
async function watchWalkers(pid: number, crowd: ReturnType<typeof openCrowd>) {
  crowd.tell({ kind: 'walk', count: sockets / 10 })
  // Until the pace has come to rest.
  await sleep(watchMs)
  const beganAt = processorSeconds(pid)
  const { count, paceMs } = await crowd.ask({ kind: 'watch', forMs: watchMs }, 'watched', 2 * watchMs)
  const share = (processorSeconds(pid) - beganAt) / (watchMs / 1000)
  return { updatesASecond: count / sockets / (watchMs / 1000), paceMs, share }
}

/**
 * Ten thousand visitors of one exhibition on one web process, and, where it has a hall, all of them in it and a tenth walking.
 * `pid`: that process.
 */
export async function benchSockets(
  base: string,
  pid: number,
  exhibition: Pick<House, 'artworkIds' | 'hall'>,
): Promise<BenchTable> {
  const { hostname, port } = new URL(base)
  const house = { host: hostname === 'localhost' ? '127.0.0.1' : hostname, port: Number(port), ...exhibition }
  const crowd = openCrowd()
  try {
    const idle = await residentBytesInUse(pid)
    const beganAt = processorSeconds(pid)
    await crowd.untilAllFollow({ kind: 'come', house, count: sockets, perSecond: arrivalsPerSecond })
    const handshakeMs = ((processorSeconds(pid) - beganAt) * 1000) / sockets
    await sleep(settleMs)
    const kibibytes = ((await residentBytesInUse(pid)) - idle) / sockets / 1024
    const walkers = exhibition.hall ? await watchWalkers(pid, crowd) : null
    const silentAt = processorSeconds(pid)
    const times = await timeLikes(base, exhibition.artworkIds[0] ?? '', crowd.ask)
    const tellingMicroseconds = ((processorSeconds(pid) - silentAt) * 1e6) / sockets / likes
    crowd.tell({ kind: 'walk', count: 0 })
    const cutAt = now()
    const { at } = await crowd.untilAllFollow({ kind: 'cut' })
    const stormSeconds = (at - cutAt) / 1000
    const row = (name: string, value: number, unit: string, goal: number) => ({
      ...{ name, value, unit, baseline: goal, ratio: value / goal },
      goal: `<= ${goal} ${unit}`,
      isMet: value <= goal,
    })
    const plain = (name: string, value: number, unit: string) => ({
      name,
      value,
      unit,
      baseline: Number.NaN,
      ratio: Number.NaN,
    })
    const place = walkers ? ', all seen in one hall, a tenth walking' : ''
    return {
      title: `${sockets} sockets on one web process, each following ${exhibition.artworkIds.length} works${place}; the baseline is the goal`,
      rows: [
        row('resident memory a socket above idle', kibibytes, 'KiB', 15),
        row('like to 99 % of listeners, median', percentile(times, 0.5), 'ms', 250),
        row('all cut off at once, until all follow again', stormSeconds, 's', 30),
        plain('processor time to take one in', handshakeMs, 'ms'),
        ...(walkers
          ? [
              plain('news of those around, heard by each', walkers.updatesASecond, 'a second'),
              plain('time between two steps that the house asks for', walkers.paceMs, 'ms'),
              plain('processor time of the process meanwhile', walkers.share * 100, '%'),
            ]
          : [plain('processor time to tell one of them, idle ones included', tellingMicroseconds, 'µs')]),
      ],
    }
  } finally {
    crowd.close()
  }
}
