import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import pg from 'pg'
import { changeChannel, writeChange } from '../server/cache/change-notice'
import { tags } from '../server/cache/tags'
import type { Call } from './http-connection'
import { latenciesAt, percentile, requestsPerSecond } from './load'
import type { BenchTable } from './painter'
import { processorSeconds } from './process-figures'

/** Artists who make their own room, each a change of the list of exhibitions, in the whole house. */
const roomsPerSecond = 50
const connections = 16
const seconds = 8
const pagesPerSecond = 20

/** The address of the database that a process on this machine uses. */
function databaseOf(pid: number): string {
  const variables = readFileSync(`/proc/${pid}/environ`, 'utf8').split('\0')
  const address = variables.find((each) => each.startsWith('DATABASE_URL='))?.slice('DATABASE_URL='.length)
  if (!address) throw new Error(`Process ${pid} has no DATABASE_URL.`)
  return address
}

/** Announces, as another web process would, that there is one more exhibition, so many times a second until it is told to stop. */
async function startChanges(pid: number) {
  const client = new pg.Client({ connectionString: databaseOf(pid) })
  await client.connect()
  const announce = () => {
    const notice = writeChange({ id: randomUUID(), tags: [tags.exhibitions], isGone: false })
    client.query('SELECT pg_notify($1, $2)', [changeChannel, notice]).catch(() => {})
  }
  const timer = setInterval(announce, 1_000 / roomsPerSecond)
  return async () => {
    clearInterval(timer)
    await client.end()
  }
}

/** The home page, and a page beside it that nothing changes, while exhibitions change without end; the baselines are the house at rest. */
export async function benchChanges(base: string, pid: number, artworkId: string): Promise<BenchTable> {
  const headers = { 'Accept-Encoding': 'gzip, deflate, br' }
  const home: Call = { method: 'GET', url: `${base}/`, headers }
  const work: Call = { method: 'GET', url: `${base}/works/${artworkId}`, headers }
  const measure = async () => {
    const rate = await requestsPerSecond(() => home, connections, seconds)
    const before = processorSeconds(pid)
    let index = 0
    const times = await latenciesAt(() => (index++ % 2 === 0 ? home : work), pagesPerSecond, seconds)
    return { rate, p95: percentile(times, 0.95), load: (processorSeconds(pid) - before) / seconds }
  }
  await measure()
  const calm = await measure()
  const stop = await startChanges(pid)
  const busy = await measure()
  await stop()
  const row = (name: string, unit: string, key: keyof typeof calm) => ({
    ...{ name, unit, value: busy[key], baseline: calm[key], ratio: busy[key] / calm[key] },
  })
  return {
    title: `Home page while ${roomsPerSecond} exhibitions a second come; the baseline is the house at rest`,
    rows: [
      {
        ...row(`home page, ${connections} connections`, 'requests/s', 'rate'),
        ...{ goal: '>= 0.5', isMet: busy.rate / calm.rate >= 0.5 },
      },
      row(`home and a work, ${pagesPerSecond} a second, p95`, 'ms', 'p95'),
      row('processor of the web process meanwhile', 'cores', 'load'),
    ],
  }
}
