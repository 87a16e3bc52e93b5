import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { makePerson } from '@/server/artworks/testing/records'
import { db } from '@/server/platform/db'
import { readPortrait } from '@/server/portraits/read-portrait'
import { makeMaster, newOrder, newPhoto } from '@/server/portraits/testing/orders'
import { Declined } from '@/server/queue/declined'
import { prepareQueue } from '@/server/queue/prepare-queue'
import { endPresence, reportPresence } from '@/server/workers/report-presence'
import { createPainter, type Painter } from '@/worker/painter/painter'
import { measureRate } from '@/worker/painting-rate'
import { takeUpModels, type Uptake } from '@/worker/take-up-models'
import { paintPortraitJob } from './paint-portrait'

const workerId = 'test'
const notLast = { isLastTry: false }
const allClaims = 4
const leaving = new AbortController()

let painter: Painter
let uptake: Uptake
let style: string
let other: string

const job = () => paintPortraitJob({ painter, workerId, rate: measureRate(), takeUp: uptake.now })
const rowOf = (id: string) => db.portraitOrder.findUniqueOrThrow({ where: { id }, include: { result: true } })
const versionOf = async (id: string) => (await db.style.findUniqueOrThrow({ where: { id } })).modelVersion
/** As if the house had last heard of its masters from a worker with that version. */
const setVersion = (modelVersion: string, ids = [style, other]) =>
  db.style.updateMany({ where: { id: { in: ids } }, data: { modelVersion } })
const order = async (changes = {}) => {
  const viewer = await makePerson()
  const { id } = await newOrder(viewer, { style, quality: 'SKETCH', ...changes }, await newPhoto())
  return { id, viewer }
}

beforeAll(async () => {
  await prepareQueue()
  painter = await createPainter()
  uptake = takeUpModels({ painter, workerId, report: async () => {}, signal: leaving.signal })
  await uptake.isDone
  const [first, second] = painter.models[0]?.styles ?? []
  if (!first || !second) throw new Error('The house has too few styles.')
  style = first.id
  other = second.id
})

beforeEach(() => uptake.now())

afterAll(async () => {
  leaving.abort()
  await painter.close()
})

it('paints an order that was placed with numbers of the version before', async () => {
  await setVersion('1.0.0')
  const { id } = await order()
  await job()({ orderId: id }, notLast)
  const row = await rowOf(id)
  expect(row).toMatchObject({ status: 'PAINTED', attempt: 1, result: { modelVersion: painter.model.version } })
  expect(await versionOf(style)).toBe(painter.model.version)
  // Its key promises a painting of the version before: who goes back to that must not find this one.
  expect(row.result?.cacheKey).not.toBe(row.cacheKey)
})

it('paints an order whose two manners were read on both sides of the new version', async () => {
  const { id } = await order({ blend: other, blendPart: 0.5 })
  await setVersion('1.0.0', [other])
  await job()({ orderId: id }, notLast)
  expect(await rowOf(id)).toMatchObject({ status: 'PAINTED' })
})

it('leaves an order to the living worker that has its version, and takes it over when that one is gone', async () => {
  const { id } = await order()
  await setVersion('99.0.0')
  const models = [`${painter.model.name} 99.0.0`]
  const facts = { modelName: painter.model.name, modelVersion: '99.0.0', provider: 'cpu', secondsPerMegapixel: null }
  await reportPresence({ id: 'newer', ...facts, notes: [], models })
  await expect(job()({ orderId: id }, notLast)).rejects.toThrow(Declined)
  expect(await rowOf(id)).toMatchObject({ status: 'QUEUED', claimsLeft: allClaims, failureCode: null })
  expect(await versionOf(style)).toBe('99.0.0')
  await endPresence('newer')
  await job()({ orderId: id }, notLast)
  expect(await rowOf(id)).toMatchObject({ status: 'PAINTED', claimsLeft: allClaims - 1 })
})

it('tells the artist that a style is gone when for ten minutes no worker had its network', async () => {
  await makeMaster('guest', 90)
  const { id, viewer } = await order({ style: 'guest' })
  await expect(job()({ orderId: id }, notLast)).rejects.toThrow(Declined)
  // Nobody can order it any more.
  expect(await db.style.findUniqueOrThrow({ where: { id: 'guest' } })).toMatchObject({ position: null })
  await expect(newOrder(await makePerson(), { style: 'guest' })).rejects.toMatchObject({ code: 'style_unknown' })
  await db.portraitOrder.update({ where: { id }, data: { startedAt: new Date(Date.now() - 601_000) } })
  await job()({ orderId: id }, notLast)
  expect(await readPortrait(id, viewer.id)).toMatchObject({ status: 'FAILED', failure: 'style_missing' })
})
