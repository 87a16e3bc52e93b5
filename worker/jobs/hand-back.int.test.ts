import sharp from 'sharp'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { makePerson } from '@/server/artworks/testing/records'
import { db } from '@/server/platform/db'
import { newOrder } from '@/server/portraits/testing/orders'
import { type Consumer, consume } from '@/server/queue/consume'
import { prepareQueue } from '@/server/queue/prepare-queue'
import { producer } from '@/server/queue/producer'
import { createPainter, type Painter } from '@/worker/painter/painter'
import { measureRate } from '@/worker/painting-rate'
import { paintPortraitJob } from './paint-portrait'
import { hangMasters } from './testing/hang-masters'

const WAIT = { timeout: 60_000, interval: 20 }
const painters: Painter[] = []
const consumers: Consumer[] = []

/** A worker of its own, as far as orders and the queue can tell. */
async function startWorker(workerId: string) {
  const painter = await createPainter()
  painters.push(painter)
  const handingBack = new AbortController()
  const job = paintPortraitJob({ painter, workerId, rate: measureRate(), handBack: handingBack.signal })
  const consumer = consume({ 'paint-portrait': job }, 1)
  consumers.push(consumer)
  return { painter, handingBack, consumer }
}
const orderOf = (id: string) => db.portraitOrder.findUniqueOrThrow({ where: { id } })

beforeAll(() => prepareQueue())
afterAll(async () => {
  for (const consumer of consumers) await consumer.close()
  for (const painter of painters) await painter.close()
  await producer().close()
})

it('hands back what a leaving worker cannot finish, and another one paints it, with all its claims', async () => {
  const leaving = await startWorker('leaving')
  const photo = await sharp({ create: { width: 800, height: 600, channels: 3, background: '#765' } })
    .jpeg()
    .toBuffer()
  const wishes = { style: await hangMasters(leaving.painter), quality: 'MASTER' } as const
  const { id } = await newOrder(await makePerson(), wishes, photo)
  await vi.waitFor(async () => expect(await orderOf(id)).toMatchObject({ status: 'PAINTING' }), WAIT)

  const { claimsLeft } = await orderOf(id)
  const left = leaving.consumer.close()
  leaving.handingBack.abort()
  await left
  expect(await orderOf(id)).toMatchObject({ status: 'QUEUED', claimsLeft: claimsLeft + 1, workerId: null })

  await startWorker('staying')
  await vi.waitFor(async () => expect(await orderOf(id)).toMatchObject({ workerId: 'staying' }), WAIT)
  await db.portraitOrder.update({ where: { id }, data: { stopRequestedAt: new Date() } })
  await vi.waitFor(async () => expect(await orderOf(id)).toMatchObject({ status: 'PAINTED' }), WAIT)
  expect(await orderOf(id)).toMatchObject({ claimsLeft })
})
