import sharp from 'sharp'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { PortraitOrderForm } from '@/lib/contracts/portraits'
import type { Viewer } from '@/server/accounts/viewer'
import { makeArtwork, makePerson } from '@/server/artworks/testing/records'
import { db } from '@/server/platform/db'
import { cancelPortrait } from '@/server/portraits/cancel-portrait'
import { claimOrder } from '@/server/portraits/claim-order'
import { deletePortrait } from '@/server/portraits/delete-portrait'
import { readPortrait } from '@/server/portraits/read-portrait'
import { retryPortrait } from '@/server/portraits/retry-portrait'
import { stopPortrait } from '@/server/portraits/stop-portrait'
import { fallSilent, newOrder as orderOf } from '@/server/portraits/testing/orders'
import { prepareQueue } from '@/server/queue/prepare-queue'
import { addPicture } from '@/server/storage/add-picture'
import { describePicture } from '@/server/storage/describe-picture'
import { fileKey } from '@/server/storage/picture-store'
import { store } from '@/server/storage/store'
import { createPainter, type Painter } from '@/worker/painter/painter'
import { measureRate } from '@/worker/painting-rate'
import { paintPortraitJob } from './paint-portrait'
import { hangMasters } from './testing/hang-masters'

let painter: Painter
let style: string
const rate = measureRate()
const notLast = { isLastTry: false }

const job = () => paintPortraitJob({ painter, workerId: 'test', rate })

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

async function newOrder(viewer: Viewer, photo?: Buffer, changes: Partial<PortraitOrderForm> = {}) {
  return orderOf(viewer, { style, ...changes }, photo ?? (await newPhoto()))
}

/** A public work whose picture is really there. */
async function newWork(picture: Uint8Array): Promise<string> {
  const facts = await describePicture(picture)
  const { id: pictureId } = await db.$transaction((tx) => addPicture(tx, facts, picture, null))
  return makeArtwork({ pictureId })
}

const eventsOf = (orderId: string) => db.portraitOrder.findUniqueOrThrow({ where: { id: orderId } })
const keptStyle = (id: string) => db.style.findUniqueOrThrow({ where: { id } })

/** Resolves once the order's row is as it should be. */
async function until(orderId: string, isSo: (row: Awaited<ReturnType<typeof eventsOf>>) => boolean): Promise<void> {
  while (!isSo(await eventsOf(orderId))) await new Promise((resolve) => setTimeout(resolve, 5))
}

beforeAll(async () => {
  await prepareQueue()
  painter = await createPainter({ lessons: 6 })
  style = await hangMasters(painter)
})

afterAll(() => painter.close())

it('paints an order with the trained network, coarse to fine', async () => {
  const viewer = await makePerson()
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
  const [first, second] = [await makePerson(), await makePerson()]
  const [a, b] = [await newOrder(first, photo), await newOrder(second, photo)]
  await job()({ orderId: a.id }, notLast)
  await job()({ orderId: b.id }, notLast)
  expect((await readPortrait(b.id, second.id))?.status).toBe('PAINTED')
  expect(await db.portraitResult.count({ where: { orders: { some: { id: b.id } } } })).toBe(1)
  expect((await eventsOf(a.id)).resultId).toBe((await eventsOf(b.id)).resultId)
})

it('does nothing for an order that was cancelled or deleted before its turn', async () => {
  const viewer = await makePerson()
  const [cancelled, deleted] = [await newOrder(viewer), await newOrder(viewer)]
  await cancelPortrait(cancelled.id, viewer.id)
  await deletePortrait(deleted.id, viewer.id)
  await job()({ orderId: cancelled.id }, notLast)
  await job()({ orderId: deleted.id }, notLast)
  expect((await readPortrait(cancelled.id, viewer.id))?.status).toBe('CANCELLED')
  expect(await readPortrait(deleted.id, viewer.id)).toBeNull()
})

it('stops, and keeps nothing, when it is cancelled while it paints', async () => {
  const viewer = await makePerson()
  const order = await newOrder(viewer)
  const painting = job()({ orderId: order.id }, notLast)
  await until(order.id, ({ status }) => status !== 'QUEUED')
  await cancelPortrait(order.id, viewer.id)
  await painting
  const ended = await readPortrait(order.id, viewer.id)
  expect(ended).toMatchObject({ status: 'CANCELLED', painting: null, previewUrl: null })
})

it('refines step by step, telling the loss, and stops where the artist says so', async () => {
  const viewer = await makePerson()
  const [photo, options] = [await newPhoto(), { quality: 'MASTER' } as const]
  const order = await newOrder(viewer, photo, options)
  const painting = job()({ orderId: order.id }, notLast)
  // Whichever is first, so that a failure is told and not waited for.
  await Promise.race([painting, until(order.id, ({ stage, loss }) => stage === 'master' && loss !== null)])
  expect(await readPortrait(order.id, viewer.id)).toMatchObject({ isStoppable: true, loss: expect.any(Number) })
  await stopPortrait(order.id, viewer.id)
  await painting
  const done = await readPortrait(order.id, viewer.id)
  expect(done).toMatchObject({ status: 'PAINTED', quality: 'MASTER', end: 'stop', painting: { width: 512 } })
  expect(done?.steps).toBeGreaterThan(0)
  // Nobody else gets what one artist found good enough.
  expect((await newOrder(await makePerson(), photo, options)).status).toBe('QUEUED')
})

it('does not even begin to refine what was to be stopped before another worker died', async () => {
  const viewer = await makePerson()
  const order = await newOrder(viewer, undefined, { quality: 'MASTER' })
  await claimOrder(order.id, 'a worker that dies')
  await fallSilent(order.id)
  await stopPortrait(order.id, viewer.id)
  await job()({ orderId: order.id }, notLast)
  const done = await readPortrait(order.id, viewer.id)
  expect(done).toMatchObject({ status: 'PAINTED', steps: 0, loss: null })
})

it('ends the study of a manner when its order is cancelled, and the painter is free', async () => {
  const scholar = await createPainter({ lessons: 100_000, budgetMs: 600_000 })
  try {
    const viewer = await makePerson()
    const work = await newWork(await newPhoto())
    const order = await newOrder(viewer, undefined, { style: work })
    const painting = paintPortraitJob({ painter: scholar, workerId: 'test', rate })({ orderId: order.id }, notLast)
    await until(order.id, ({ stage }) => stage === 'lesson')
    await cancelPortrait(order.id, viewer.id)
    await painting
    expect((await readPortrait(order.id, viewer.id))?.status).toBe('CANCELLED')
    expect(await keptStyle(work)).toMatchObject({ code: null })
    // It would wait its turn for days.
    const next = await newOrder(viewer)
    await paintPortraitJob({ painter: scholar, workerId: 'test', rate })({ orderId: next.id }, notLast)
    expect((await readPortrait(next.id, viewer.id))?.status).toBe('PAINTED')
  } finally {
    await scholar.close()
  }
})

it('studies a work once, for all who are painted in its manner, and again for another network', async () => {
  const viewer = await makePerson()
  const work = await newWork(await newPhoto())
  const order = await newOrder(viewer, undefined, { style: work, blend: style, blendPart: 0.25 })
  const painting = job()({ orderId: order.id }, notLast)
  // While the manner is studied, the artist is sketched in what has been learned.
  await until(order.id, ({ stage, previewKey }) => stage === 'lesson' && previewKey !== null)
  expect(await keptStyle(work)).toMatchObject({ code: null })
  await painting
  expect(await readPortrait(order.id, viewer.id)).toMatchObject({ status: 'PAINTED', blend: { id: style, part: 0.25 } })
  const { codeLength, name, version } = painter.model
  const studied = await keptStyle(work)
  expect(studied).toMatchObject({ codeLength, modelName: name, modelVersion: version, target: expect.anything() })

  // With its numbers known, the picture is not looked at again.
  await store.remove(fileKey(studied.pictureSha256 ?? ''))
  const second = await newOrder(viewer, undefined, { style: work })
  await job()({ orderId: second.id }, notLast)
  expect((await readPortrait(second.id, viewer.id))?.status).toBe('PAINTED')

  await store.write(fileKey(studied.pictureSha256 ?? ''), await newPhoto())
  await db.style.update({ where: { id: work }, data: { modelVersion: '0.0.1' } })
  const third = await newOrder(viewer, undefined, { style: work })
  await job()({ orderId: third.id }, notLast)
  expect((await readPortrait(third.id, viewer.id))?.status).toBe('PAINTED')
  const again = await keptStyle(work)
  expect(again.modelVersion).toBe(version)
  expect(Buffer.from(again.code ?? []).equals(studied.code ?? Buffer.alloc(0))).toBe(false)
  // Two studies, which take half a minute each where others are at work.
}, 240_000)

it.each([
  ['gone', null],
  ['no picture', Buffer.from('not a picture')],
])('ends an order whose work is %s by its style, not by its photo', async (_what, bytes) => {
  const viewer = await makePerson()
  const work = await newWork(await newPhoto())
  const order = await newOrder(viewer, undefined, { style: work })
  const key = fileKey((await keptStyle(work)).pictureSha256 ?? '')
  await (bytes ? store.write(key, bytes) : store.remove(key))
  await job()({ orderId: order.id }, notLast)
  expect(await readPortrait(order.id, viewer.id)).toMatchObject({ status: 'FAILED', failure: 'style_missing' })
})

it('ends an order whose photo is gone, with the reason', async () => {
  const viewer = await makePerson()
  const order = await newOrder(viewer)
  const { photo } = await db.portraitOrder.findUniqueOrThrow({ where: { id: order.id }, include: { photo: true } })
  await store.remove(fileKey(photo.fileSha256))
  await job()({ orderId: order.id }, notLast)
  expect(await readPortrait(order.id, viewer.id)).toMatchObject({ status: 'FAILED', failure: 'photo_unreadable' })
})

it('ends an order whose photo cannot be read, without trying again', async () => {
  const viewer = await makePerson()
  const order = await newOrder(viewer)
  const { photo } = await db.portraitOrder.findUniqueOrThrow({ where: { id: order.id }, include: { photo: true } })
  await store.write(fileKey(photo.fileSha256), Buffer.from('not a picture'))
  await job()({ orderId: order.id }, notLast)
  expect(await readPortrait(order.id, viewer.id)).toMatchObject({ status: 'FAILED', failure: 'photo_unreadable' })
})

it('fails at the last try, and throws before it so that the queue tries again', async () => {
  const viewer = await makePerson()
  const order = await newOrder(viewer)
  const gone = await createPainter()
  await gone.close()
  const failing = paintPortraitJob({ painter: gone, workerId: 'test', rate })
  await expect(failing({ orderId: order.id }, notLast)).rejects.toThrow()
  expect((await readPortrait(order.id, viewer.id))?.status).toBe('PAINTING')
  await failing({ orderId: order.id }, { isLastTry: true })
  expect(await readPortrait(order.id, viewer.id)).toMatchObject({ status: 'FAILED', failure: 'painter_failed' })
  await retryPortrait(order.id, viewer)
  await job()({ orderId: order.id }, notLast)
  expect((await readPortrait(order.id, viewer.id))?.status).toBe('PAINTED')
})
