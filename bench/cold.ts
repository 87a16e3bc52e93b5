import { Redis } from 'ioredis'
import { startRedis } from '../launcher/testing/redis-server'
import { encodeCall, HttpConnection } from './http-connection'
import type { BenchTable } from './painter'
import { processorSeconds } from './process-figures'

const languages = ['en', 'zh-CN']

interface Pass {
  /** Of each page, ms. */
  times: number[]
  /** Of the whole pass, s of the web process. */
  processor: number
  pages: string[]
}

async function askAll(base: string, pid: number, paths: string[]): Promise<Pass> {
  const connection = await HttpConnection.open(base)
  const before = processorSeconds(pid)
  const [times, pages]: [number[], string[]] = [[], []]
  for (const path of paths) {
    for (const language of languages) {
      const began = performance.now()
      const { body } = await connection.send(
        encodeCall({ method: 'GET', url: `${base}${path}`, headers: { 'accept-language': language } }),
      )
      times.push(performance.now() - began)
      pages.push(body.toString())
    }
  }
  connection.close()
  return { times, pages, processor: processorSeconds(pid) - before }
}

const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length

/** The same pages out of a Redis on this machine, ready to be sent; undefined where there is none. */
async function fromRedis(pages: string[]): Promise<{ times: number[]; processor: number } | undefined> {
  const server = await startRedis()
  if (!server) return undefined
  const redis = new Redis(server.url)
  try {
    for (const [index, html] of pages.entries())
      await redis.set(`page:${index}`, JSON.stringify({ html, tags: [], status: 200 }))
    const before = process.cpuUsage()
    const times: number[] = []
    for (const index of pages.keys()) {
      const began = performance.now()
      Buffer.from(JSON.parse((await redis.get(`page:${index}`)) ?? '{}').html)
      times.push(performance.now() - began)
    }
    const { user, system } = process.cpuUsage(before)
    return { times, processor: (user + system) / 1e6 }
  } finally {
    redis.disconnect()
    await server.stop()
  }
}

/**
 * What the first visitors of a web process wait for that has just started, one page after the other: home, hall, exhibition, each work, in both languages. Against
 * the same pages kept, and against reading them from a Redis that other processes had filled.
 *
 * @param pid of the web process, which nobody has asked a page of
 */
export async function benchCold(base: string, pid: number, slug: string, artworkIds: string[]): Promise<BenchTable> {
  const few = ['/', `/exhibitions/${slug}`, `/exhibitions/${slug}/hall`]
  const works = artworkIds.map((id) => `/works/${id}`)
  const doors = await askAll(base, pid, few)
  const others = await askAll(base, pid, works)
  const kept = await askAll(base, pid, [...few, ...works])
  const shared = await fromRedis(kept.pages)
  const row = (name: string, value: number, baseline: number, unit = 'ms') => ({
    name,
    value,
    unit,
    baseline,
    ratio: value / baseline,
  })
  const warm = mean(kept.times)
  const perPage = (pass: { times: number[]; processor: number }) => (pass.processor * 1_000) / pass.times.length
  return {
    title: `A web process that has just started: ${doors.times.length} pages of home, exhibition and hall, ${others.times.length} of works`,
    rows: [
      row('very first page', doors.times[0] ?? Number.NaN, warm),
      row('home, exhibition, hall: first view, mean', mean(doors.times), warm),
      row('works: first view, mean', mean(others.times), warm),
      row('works: first view, processor a page', perPage(others), perPage(kept)),
      ...(shared
        ? [
            row('the same pages out of Redis, mean', mean(shared.times), warm),
            row('the same pages out of Redis, processor a page', perPage(shared), perPage(kept)),
          ]
        : []),
    ],
  }
}
