import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Call } from './http-connection'
import { latenciesAt, percentile, requestsPerSecond } from './load'
import type { BenchTable } from './painter'
import { drawPhoto, orderAgainCall, orderAsGuest, orderCall, readJson } from './place-order'
import { withDatabase } from './with-database'
import { withServer } from './with-server'

const people = 32
const connections = 16
const seconds = 5

/** Guests who have ordered the same picture, which is painted. */
async function guestsWithOrders(base: string, photo: Buffer) {
  const { styles } = await readJson<{ styles: { id: string }[] }>(`${base}/api/styles`)
  const form = { style: styles[0]?.id ?? '', quality: 'SKETCH', size: '512' } as const
  const guests = []
  for (let index = 0; index < people; index++) {
    const { status, body, key, cookie } = await orderAsGuest(base, form, photo)
    if (status !== 202) throw new Error(`order: ${status} ${body}`)
    const { id, photo: kept } = JSON.parse(body.toString()) as { id: string; photo: { id: string } }
    const isPainted = async () =>
      (await readJson<{ status: string }>(`${base}/api/portraits/${id}`, cookie)).status === 'PAINTED'
    while (!(await isPainted())) await sleep(250)
    guests.push({ key, cookie, photoId: kept.id, bytes: body.length })
  }
  return { form, guests }
}

function withBareServer<T>(bytes: number, use: (url: string) => Promise<T>): Promise<T> {
  return withDatabase((DATABASE_URL) =>
    withServer(['bench/bare-order-server.ts', String(bytes)], { DATABASE_URL }, use),
  )
}

/**
 * Orders whose painting is there already, against a bare Node server that parses the same form as JSON and reads one row of PostgreSQL
 * by its key. Wants a product without limits for one address (ORDER_REQUESTS_PER_SECOND and its like).
 */
export async function benchOrders(base: string): Promise<BenchTable> {
  const photo = await drawPhoto()
  const { form, guests } = await guestsWithOrders(base, photo)
  const guestOf = (index: number) => guests[index % guests.length] ?? { key: '', cookie: '', photoId: '' }
  const repeats = guests.map(({ key, cookie, photoId }) => orderAgainCall(base, form, photoId, key, cookie))
  const repeat = (index: number) => repeats[index % repeats.length] as Call
  const uploads = guests.map(({ key, cookie }) => orderCall(base, form, photo, key, cookie))
  const uploadAgain = (index: number) => uploads[index % uploads.length] as Call
  const anew = (index: number) => {
    const { cookie, photoId } = guestOf(index)
    return orderAgainCall(base, form, photoId, randomUUID(), cookie)
  }
  const anewWithPhoto = (index: number) => orderCall(base, form, photo, randomUUID(), guestOf(index).cookie)
  const state = (index: number): Call => ({
    method: 'GET',
    url: `${base}/api/portraits`,
    headers: { Cookie: guestOf(index).cookie },
  })
  return withBareServer(guests[0]?.bytes ?? 0, async (url) => {
    const bodies = Array.from({ length: 64 }, (_, order) => Buffer.from(JSON.stringify({ ...form, order })))
    const headers = { 'Content-Type': 'application/json' }
    const bare = (index: number): Call => ({ method: 'POST', url, headers, body: bodies[index % bodies.length] })
    for (const call of [repeat, bare]) await requestsPerSecond(call, connections, 1)
    const repeated = await requestsPerSecond(repeat, connections, seconds)
    const baseline = await requestsPerSecond(bare, connections, seconds)
    const uploaded = await requestsPerSecond(uploadAgain, connections, seconds)
    const fresh = await requestsPerSecond(anew, connections, seconds)
    const freshWithPhoto = await requestsPerSecond(anewWithPhoto, connections, seconds)
    const read = await requestsPerSecond(state, connections, seconds)
    // Sessions and orders that nobody has asked for lately are read first, for all guests at once: that is another question.
    await latenciesAt(repeat, repeated / 4, 2)
    const times = await latenciesAt(repeat, repeated / 2, seconds)
    const bareTimes = await latenciesAt(bare, repeated / 2, seconds)
    const [p99, bareP99] = [percentile(times, 0.99), percentile(bareTimes, 0.99)]
    const rate = (name: string, value: number) => ({
      name,
      value,
      unit: 'requests/s',
      baseline,
      ratio: value / baseline,
    })
    return {
      title: `Orders of an earlier photo, and with one of ${Math.round(photo.length / 1024)} KiB, ${connections} connections, against a bare Node server with one read of PostgreSQL`,
      rows: [
        { ...rate('order with the same key', repeated), goal: '>= 0.5', isMet: repeated / baseline >= 0.5 },
        {
          name: 'its p99 at half of that load',
          value: p99,
          unit: 'ms',
          baseline: bareP99,
          ratio: p99 / bareP99,
          goal: '< 50 ms',
          isMet: p99 < 50,
        },
        rate('the same with its photo', uploaded),
        rate('new order, painted before', fresh),
        rate('the same with its photo', freshWithPhoto),
        rate('my portraits', read),
      ],
    }
  })
}
