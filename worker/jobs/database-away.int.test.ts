import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { makePerson } from '@/server/artworks/testing/records'
import { db } from '@/server/platform/db'
import { env } from '@/server/platform/env'
import { requeueStragglers } from '@/server/portraits/requeue-stragglers'
import { newOrder, newPhoto } from '@/server/portraits/testing/orders'
import { type Consumer, consume } from '@/server/queue/consume'
import { prepareQueue } from '@/server/queue/prepare-queue'
import { producer } from '@/server/queue/producer'
import { createPainter, type Painter } from '@/worker/painter/painter'
import { measureRate } from '@/worker/painting-rate'
import { paintPortraitJob } from './paint-portrait'
import { hangMasters } from './testing/hang-masters'

/** Of a new order, as its column has it. */
const allClaims = 4
const WAIT = { timeout: 100_000, interval: 500 }
const CUT_OFF = `SELECT pg_terminate_backend("pid") FROM pg_stat_activity WHERE "datname" = current_database() AND "pid" <> pg_backend_pid()`
const IS_PAINTING = `SELECT 1 FROM "PortraitOrder" WHERE "id" = $1 AND "status" = 'PAINTING'`

let painter: Painter
let style: string
let consumer: Consumer

beforeAll(async () => {
  await prepareQueue()
  painter = await createPainter()
  style = await hangMasters(painter)
  const job = paintPortraitJob({ painter, workerId: 'patient', rate: measureRate() })
  consumer = consume({ 'paint-portrait': job }, 1)
})

afterAll(async () => {
  await consumer.close()
  await painter.close()
  await producer().close()
})

it('gives an order back while the database cuts everybody off, and paints it later with all its claims', async () => {
  const { id } = await newOrder(await makePerson(), { style, quality: 'SKETCH' }, await newPhoto())
  const orderOf = () => db.portraitOrder.findUniqueOrThrow({ where: { id } })
  const hand = new pg.Client(env.DATABASE_URL)
  await hand.connect()
  const isPainting = async () => (await hand.query(IS_PAINTING, [id])).rowCount === 1
  await vi.waitFor(async () => expect(await isPainting()).toBe(true), { ...WAIT, interval: 2 })
  for (const end = Date.now() + 8_000; Date.now() < end; await sleep(20)) await hand.query(CUT_OFF)
  await hand.end()
  await vi.waitFor(async () => {
    // As the sweeper does: the job itself may be lost.
    await requeueStragglers(10)
    expect(await orderOf()).toMatchObject({ status: 'PAINTED' })
  }, WAIT)
  expect(await orderOf()).toMatchObject({ claimsLeft: allClaims - 1, lapses: 0 })
}, 120_000)
