import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Viewer } from '@/server/accounts/viewer'
import { forceRung } from '@/server/admission/force-rung'
import { makePerson } from '@/server/artworks/testing/records'
import { db } from '@/server/platform/db'
import { readPortrait } from '@/server/portraits/read-portrait'
import { newOrder } from '@/server/portraits/testing/orders'
import { prepareQueue } from '@/server/queue/prepare-queue'
import { fileKey } from '@/server/storage/picture-store'
import { store } from '@/server/storage/store'
import { createPainter, type Painter } from '@/worker/painter/painter'
import { measureRate } from '@/worker/painting-rate'
import { paintPortraitJob } from './paint-portrait'
import { hangMasters } from './testing/hang-masters'

let painter: Painter
let style: string
let operator: Viewer
let viewer: Viewer

const paint = (orderId: string) =>
  paintPortraitJob({ painter, workerId: 'test', rate: measureRate() })({ orderId }, { isLastTry: false })

beforeAll(async () => {
  await prepareQueue()
  painter = await createPainter()
  style = await hangMasters(painter)
  ;[operator, viewer] = [await makePerson('OPERATOR'), await makePerson()]
})

afterAll(() => painter.close())

it('refines no further than the rung left, says how far, and counts as a painting that went well', async () => {
  await forceRung(1, operator)
  const order = await newOrder(viewer, { style, quality: 'MASTER' })
  expect(order.cut).toEqual({ quality: 'MASTER', size: 512, steps: 12 })
  // The same way with fewer steps, so that it does not take long.
  await db.portraitOrder.update({ where: { id: order.id }, data: { allowedSteps: 3 } })
  await paint(order.id)
  const done = await readPortrait(order.id, viewer.id)
  expect(done).toMatchObject({ status: 'PAINTED', quality: 'MASTER', steps: 3, end: 'steps', cut: { steps: 3 } })
  const outcomes = await db.paintingOutcome.findMany({ select: { modelName: true, isFailure: true } })
  expect(outcomes).toEqual([{ modelName: painter.model.name, isFailure: false }])
})

it('paints once and small on the quick rung', async () => {
  await forceRung(2, operator)
  const order = await newOrder(viewer, { style, quality: 'MASTER', size: 2048 })
  await paint(order.id)
  const done = await readPortrait(order.id, viewer.id)
  expect(done).toMatchObject({ status: 'PAINTED', quality: 'PAINTING', size: 512, steps: 0, painting: { width: 512 } })
  expect(done?.cut).toEqual({ quality: 'MASTER', size: 2048, steps: null })
})

it('counts a failure of the painter, and not one of the order', async () => {
  await forceRung(null, operator)
  const [failing, faulty] = [await newOrder(viewer, { style }), await newOrder(viewer, { style })]
  // What no order can hold makes the real painter fail; this database is the test's own.
  await db.$executeRaw`ALTER TABLE "PortraitOrder" DROP CONSTRAINT "PortraitOrder_strength_range"`
  await db.portraitOrder.update({ where: { id: failing.id }, data: { strength: 7 } })
  await expect(paint(failing.id)).rejects.toThrow()
  expect(await db.paintingOutcome.count({ where: { isFailure: true } })).toBe(1)
  const { photo } = await db.portraitOrder.findUniqueOrThrow({ where: { id: faulty.id }, select: { photo: true } })
  await store.write(fileKey(photo.fileSha256), Buffer.from('not a picture'))
  await paint(faulty.id)
  expect(await readPortrait(faulty.id, viewer.id)).toMatchObject({ status: 'FAILED', failure: 'photo_unreadable' })
  expect(await db.paintingOutcome.count({ where: { isFailure: true } })).toBe(1)
})
