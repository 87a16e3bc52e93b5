import { once } from 'node:events'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { db } from '@/server/platform/db'
import { createPainter, type Painter } from './painter/painter'
import { takeUpModels } from './take-up-models'

let painter: Painter

beforeAll(async () => {
  painter = await createPainter()
})

afterAll(() => painter.close())

const known = () => db.style.count({ where: { position: { not: null }, modelVersion: painter.model.version } })

it('tries again, later and later, until the house knows the models, and once more for every change', async () => {
  const leaving = new AbortController()
  const pauses: number[] = []
  // The table is away, as in a database that is being restored.
  await db.$executeRaw`ALTER TABLE "Style" RENAME TO "StyleElsewhere"`
  const pause = async (ms: number, signal: AbortSignal) => {
    pauses.push(ms)
    if (pauses.length === 3) await db.$executeRaw`ALTER TABLE "StyleElsewhere" RENAME TO "Style"`
    if (pauses.length > 3 && !signal.aborted) await once(signal, 'abort')
  }
  const told: string[] = []
  const report = async () => {
    told.push(painter.model.version)
  }
  const uptake = takeUpModels({ painter, workerId: 'w', report, signal: leaving.signal, pause })
  await uptake.isDone
  const masters = painter.models[0]?.styles.length
  expect(await known()).toBe(masters)
  expect(pauses.slice(0, 3)).toEqual([1_000, 2_000, 4_000])
  // The others hear of the models before the house does.
  expect(told).toHaveLength(4)

  await db.style.updateMany({ data: { modelVersion: '1.0.0' } })
  uptake.wake()
  await expect.poll(known).toBe(masters)
  leaving.abort()
})

it('lets a worker go that leaves before it came so far', async () => {
  const leaving = new AbortController()
  await db.$executeRaw`ALTER TABLE "Style" RENAME TO "StyleElsewhere"`
  const pause = async () => leaving.abort()
  await takeUpModels({ painter, workerId: 'w', report: async () => {}, signal: leaving.signal, pause }).isDone
  await db.$executeRaw`ALTER TABLE "StyleElsewhere" RENAME TO "Style"`
})
