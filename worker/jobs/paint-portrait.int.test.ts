import { randomUUID } from 'node:crypto'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Viewer } from '@/server/accounts/viewer'
import { db } from '@/server/platform/db'
import { cancelPortrait } from '@/server/portraits/cancel-portrait'
import { deletePortrait } from '@/server/portraits/delete-portrait'
import { orderPortrait } from '@/server/portraits/order-portrait'
import { readPortrait } from '@/server/portraits/read-portrait'
import { retryPortrait } from '@/server/portraits/retry-portrait'
import { prepareQueue } from '@/server/queue/prepare-queue'
import { fileKey } from '@/server/storage/picture-store'
import { store } from '@/server/storage/store'
import { saveMasters } from '@/server/styles/save-masters'
import { createPainter, type Painter } from '@/worker/painter/painter'
import { readManifest } from '@/worker/painter/read-manifest'
import { measureRate } from '@/worker/painting-rate'
import { mastersOf } from '../masters-of'
import { paintPortraitJob } from './paint-portrait'

let painter: Painter
let style: string
const rate = measureRate()
const notLast = { isLastTry: false }

const job = () => paintPortraitJob({ painter, workerId: 'test', rate })

async function newPerson(): Promise<Viewer> {
  const person = await db.person.create({ data: { name: 'Ada', email: `${randomUUID()}@example.org`, role: 'ARTIST' } })
  return { id: person.id, name: person.name, email: person.email, isGuest: false, role: 'ARTIST' }
}

/** A photo of noise: every one different, so that none is found among the finished paintings. */
const newPhoto = () =>
  sharp({
    create: {
      width: 240,
      height: 180,
      channels: 3,
      background: '#000',
      noise: { type: 'gaussian', mean: 120, sigma: 50 },
    },
  })
    .jpeg()
    .toBuffer()

async function newOrder(viewer: Viewer, photo?: Buffer) {
  const form = { style, strength: 1, size: 512, keepColours: false } as const
  return orderPortrait({ viewer, key: randomUUID(), form, photo: photo ?? (await newPhoto()) })
}

const eventsOf = (orderId: string) => db.portraitOrder.findUniqueOrThrow({ where: { id: orderId } })

beforeAll(async () => {
  await prepareQueue()
  const manifest = await readManifest()
  painter = await createPainter()
  await saveMasters(painter.model, mastersOf(manifest))
  style = manifest.styles[0]?.id ?? ''
})

afterAll(() => painter.close())

it('paints an order with the trained network, coarse to fine', async () => {
  const viewer = await newPerson()
  const order = await newOrder(viewer)
  await job()({ orderId: order.id }, notLast)
  const done = await readPortrait(order.id, viewer.id)
  expect(done).toMatchObject({ status: 'PAINTED', progress: 1 })
  expect(done?.painting).toMatchObject({ width: 512, height: 384 })
  // The final event comes after at least one step.
  expect(done?.sequence).toBeGreaterThanOrEqual(2)
  expect(rate.secondsPerMegapixel()).toBeGreaterThan(0)
})

it('paints one photo in one manner once, whoever asks', async () => {
  const photo = await newPhoto()
  const [first, second] = [await newPerson(), await newPerson()]
  const [a, b] = [await newOrder(first, photo), await newOrder(second, photo)]
  await job()({ orderId: a.id }, notLast)
  await job()({ orderId: b.id }, notLast)
  expect((await readPortrait(b.id, second.id))?.status).toBe('PAINTED')
  expect(await db.portraitResult.count({ where: { orders: { some: { id: b.id } } } })).toBe(1)
  expect((await eventsOf(a.id)).resultId).toBe((await eventsOf(b.id)).resultId)
})

it('does nothing for an order that was cancelled or deleted before its turn', async () => {
  const viewer = await newPerson()
  const [cancelled, deleted] = [await newOrder(viewer), await newOrder(viewer)]
  await cancelPortrait(cancelled.id, viewer.id)
  await deletePortrait(deleted.id, viewer.id)
  await job()({ orderId: cancelled.id }, notLast)
  await job()({ orderId: deleted.id }, notLast)
  expect((await readPortrait(cancelled.id, viewer.id))?.status).toBe('CANCELLED')
  expect(await readPortrait(deleted.id, viewer.id)).toBeNull()
})

it('stops, and keeps nothing, when it is cancelled while it paints', async () => {
  const viewer = await newPerson()
  const order = await newOrder(viewer)
  const painting = job()({ orderId: order.id }, notLast)
  while ((await eventsOf(order.id)).status === 'QUEUED') await new Promise((resolve) => setTimeout(resolve, 5))
  await cancelPortrait(order.id, viewer.id)
  await painting
  const ended = await readPortrait(order.id, viewer.id)
  expect(ended).toMatchObject({ status: 'CANCELLED', painting: null, previewUrl: null })
})

it('ends an order whose photo is gone, with the reason', async () => {
  const viewer = await newPerson()
  const order = await newOrder(viewer)
  const { photo } = await db.portraitOrder.findUniqueOrThrow({ where: { id: order.id }, include: { photo: true } })
  await store.remove(fileKey(photo.fileSha256))
  await job()({ orderId: order.id }, notLast)
  expect(await readPortrait(order.id, viewer.id)).toMatchObject({ status: 'FAILED', failure: 'photo_unreadable' })
})

it('ends an order whose photo cannot be read, without trying again', async () => {
  const viewer = await newPerson()
  const order = await newOrder(viewer)
  const { photo } = await db.portraitOrder.findUniqueOrThrow({ where: { id: order.id }, include: { photo: true } })
  await store.write(fileKey(photo.fileSha256), Buffer.from('not a picture'))
  await job()({ orderId: order.id }, notLast)
  expect(await readPortrait(order.id, viewer.id)).toMatchObject({ status: 'FAILED', failure: 'photo_unreadable' })
})

it('fails at the last try, and throws before it so that the queue tries again', async () => {
  const viewer = await newPerson()
  const order = await newOrder(viewer)
  const gone = await createPainter()
  await gone.close()
  const failing = paintPortraitJob({ painter: gone, workerId: 'test', rate })
  await expect(failing({ orderId: order.id }, notLast)).rejects.toThrow()
  expect((await readPortrait(order.id, viewer.id))?.status).toBe('PAINTING')
  await failing({ orderId: order.id }, { isLastTry: true })
  expect(await readPortrait(order.id, viewer.id)).toMatchObject({ status: 'FAILED', failure: 'painter_failed' })
  await retryPortrait(order.id, viewer.id)
  await job()({ orderId: order.id }, notLast)
  expect((await readPortrait(order.id, viewer.id))?.status).toBe('PAINTED')
})
