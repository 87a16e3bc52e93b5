import { once } from 'node:events'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import sharp from 'sharp'
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { portraitViewSchema } from '@/lib/contracts/portraits'
import { routes } from '@/lib/contracts/routes'
import { makePerson } from '@/server/artworks/testing/records'
import { handle } from '@/server/http/route'
import { routeListener } from '@/server/http/testing/route-listener'
import { createWebServer } from '@/server/http/web-server'
import { scrape } from '@/server/metrics/scrape'
import { readSample } from '@/server/metrics/testing/read-sample'
import { db } from '@/server/platform/db'
import { fail } from '@/server/platform/errors'
import { version } from '@/server/platform/version'
import { orderPortrait } from '@/server/portraits/order-portrait'
import { newOrder } from '@/server/portraits/testing/orders'
import { prepareQueue } from '@/server/queue/prepare-queue'
import { fileKey } from '@/server/storage/picture-store'
import { store } from '@/server/storage/store'
import { exportTraces, type Tracing } from '@/server/tracing/export-traces'
import { type Collector, startCollector } from '@/server/tracing/testing/collector'
import { createPainter, type Painter } from '@/worker/painter/painter'
import { measureRate } from '@/worker/painting-rate'
import { paintPortraitJob } from './paint-portrait'
import { hangMasters } from './testing/hang-masters'

let painter: Painter
let style: string
let collector: Collector
let tracing: Tracing
let server: Server | undefined

const paint = (orderId: string) =>
  paintPortraitJob({ painter, workerId: 'test', rate: measureRate() })({ orderId }, { isLastTry: false })
const noise = { type: 'gaussian', mean: 120, sigma: 50 } as const
const newPhoto = () =>
  sharp({ create: { width: 200, height: 150, channels: 3, background: '#000', noise } })
    .jpeg()
    .toBuffer()

async function traceFrom(share: number) {
  collector = await startCollector()
  const limits = { slowRequestMs: 600_000, slowPaintingMs: 600_000 }
  tracing = exportTraces({ endpoint: collector.endpoint, share, ...limits, role: 'house' })
}

async function received() {
  // The end of an answer comes a moment later to the server than to the caller.
  const inFlight = async () => readSample(await scrape(), 'vernissage_http_requests_in_flight') ?? 0
  await expect.poll(inFlight, { timeout: 30_000 }).toBe(0)
  await tracing.close()
  return collector.spans
}

/** Orders a portrait as a browser does, from the web server's port on. */
async function orderByHttp(): Promise<string> {
  const route = handle(routes.orderPortrait, ({ person, body, file }) =>
    orderPortrait({
      viewer: person,
      key: 'order-of-the-test',
      form: body,
      photo: file?.bytes ?? fail('photo_missing'),
    }),
  )
  server = createWebServer(routeListener({ 'POST /api/portraits': route })).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const form = new FormData()
  form.set('style', style)
  form.set('size', '512')
  form.set('photo', new Blob([new Uint8Array(await newPhoto())], { type: 'image/jpeg' }), 'photo.jpg')
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/portraits`
  const headers = { 'Idempotency-Key': 'order-of-the-test' }
  const answer = await fetch(address, { method: 'POST', body: form, headers })
  return portraitViewSchema.parse(await answer.json()).id
}

beforeAll(async () => {
  await prepareQueue()
  painter = await createPainter()
  style = await hangMasters(painter)
})
afterEach(() => {
  collector.close()
  server?.close()
  server?.closeAllConnections()
})
afterAll(() => painter.close())

it('makes one trace of an order, from the request to the picture', async () => {
  await traceFrom(1)
  await paint(await orderByHttp())
  const spans = await received()
  const root = spans.find(({ name }) => name === 'POST /api/portraits')
  const ofOrder = spans.filter(({ traceId }) => traceId === root?.traceId)
  const names = ['normalise photo', 'commit order', 'store file', 'dispatch outbox']
  const namesOfWorker = ['paint-portrait', 'claim', 'learn styles', 'stage sketch', 'stage finish', 'complete order']
  expect(ofOrder.map(({ name }) => name)).toEqual(expect.arrayContaining([...names, ...namesOfWorker]))
  const spanNamed = (name: string) => ofOrder.find((span) => span.name === name)
  const commit = spanNamed('commit order')
  const job = spanNamed('paint-portrait')
  expect(commit?.parentSpanId).toBe(root?.spanId)
  // The commit wrote down where the worker goes on.
  expect(job?.parentSpanId).toBe(commit?.spanId)
  expect(spanNamed('stage sketch')?.parentSpanId).toBe(job?.spanId)
  for (const { startTimeUnixNano, endTimeUnixNano } of ofOrder) expect(endTimeUnixNano >= startTimeUnixNano).toBe(true)
})

it('keeps the trace of a painting that failed although it was not sampled', async () => {
  await traceFrom(0)
  const viewer = await makePerson()
  const [good, bad] = [await newOrder(viewer, { style }, await newPhoto()), await newOrder(viewer, { style })]
  const { photo } = await db.portraitOrder.findUniqueOrThrow({ where: { id: bad.id }, include: { photo: true } })
  await store.remove(fileKey(photo.fileSha256))
  await paint(good.id)
  await paint(bad.id)
  const jobs = (await received()).filter(({ name }) => name === 'paint-portrait')
  expect(jobs.map(({ attributes }) => [attributes['vernissage.order_id'], attributes['error.type']])).toEqual([
    [bad.id, 'photo_unreadable'],
  ])
})

it('counts what was painted, how long it took and had waited, and what was found painted already', async () => {
  await traceFrom(0)
  const [viewer, photo] = [await makePerson(), await newPhoto()]
  const before = await scrape()
  const first = await newOrder(viewer, { style }, photo)
  const second = await newOrder(viewer, { style }, photo)
  // As when the one it waited for had ended: it has a turn of its own.
  await db.portraitOrder.update({ where: { id: second.id }, data: { leaderId: null } })
  await paint(first.id)
  await paint(second.id)
  await newOrder(viewer, { style }, photo)
  const after = await scrape()
  const grown = (name: string, labels: Record<string, string>) =>
    (readSample(after, name, labels) ?? 0) - (readSample(before, name, labels) ?? 0)
  const model = `${painter.model.name} ${painter.model.version}`
  const kind = { model, size: '512', provider: 'cpu', quality: 'PAINTING', version }
  expect(grown('vernissage_painting_duration_seconds_count', kind)).toBe(1)
  expect(grown('vernissage_painting_duration_seconds_sum', kind)).toBeGreaterThan(0)
  expect(grown('vernissage_order_wait_seconds_count', { quality: 'PAINTING' })).toBe(2)
  expect(grown('vernissage_orders_ended_total', { outcome: 'painted', version })).toBe(1)
  expect(grown('vernissage_orders_ended_total', { outcome: 'from_cache', version })).toBe(1)
  expect(grown('vernissage_order_attempts_bucket', { le: '1', outcome: 'painted' })).toBe(1)
  expect(grown('vernissage_result_cache_total', { at: 'claim', result: 'miss' })).toBe(1)
  expect(grown('vernissage_result_cache_total', { at: 'claim', result: 'hit' })).toBe(1)
  expect(grown('vernissage_result_cache_total', { at: 'order', result: 'miss' })).toBe(2)
  expect(grown('vernissage_result_cache_total', { at: 'order', result: 'hit' })).toBe(1)
})
