import { beforeAll, expect, it } from 'vitest'
import type { Viewer } from '@/server/accounts/viewer'
import { forceRung } from '@/server/admission/force-rung'
import { makePerson } from '@/server/artworks/testing/records'
import { prepareQueue } from '@/server/queue/prepare-queue'
import { endPresence, reportPresence } from '@/server/workers/report-presence'
import { cancelPortrait } from './cancel-portrait'
import { completeOrder } from './complete-order'
import { estimateWait } from './estimate-wait'
import { claimed, makeMaster, newOrder, painting } from './testing/orders'

/** Megapixels that a painting with a long side of 1024 px is taken to have. */
const megapixels = (1024 * 1024 * 0.75) / 1e6
let viewer: Viewer

const worker = (id: string, secondsPerMegapixel: number | null) =>
  reportPresence({ id, modelName: 'm', modelVersion: '1', provider: 'cpu', secondsPerMegapixel, notes: [] })

beforeAll(async () => {
  await prepareQueue()
  await makeMaster('test-style', 0)
  viewer = await makePerson()
  // Whatever waits here, nothing is cut short.
  await forceRung(0, await makePerson('OPERATOR'))
})

it('is megapixels at the measured rate, and for refined ones the seconds that such took', async () => {
  const plain = await newOrder(viewer, { size: 1024 })
  expect(await estimateWait(plain.id)).toEqual({ position: 0, seconds: null })
  await worker('one', 10)
  expect(await estimateWait(plain.id)).toEqual({ position: 0, seconds: Math.ceil(megapixels * 10) })
  const sketch = await newOrder(viewer, { size: 1024, quality: 'SKETCH' })
  expect(await estimateWait(sketch.id)).toEqual({ position: 1, seconds: Math.ceil(megapixels * 12.5) })

  const refined = await newOrder(viewer, { quality: 'MASTER' })
  expect(await estimateWait(refined.id)).toEqual({ position: 2, seconds: null })
  const [first, stopped] = [
    await newOrder(viewer, { quality: 'MASTER' }),
    await newOrder(viewer, { quality: 'MASTER' }),
  ]
  const story = { quality: 'MASTER', steps: 9, loss: 0.5, end: 'steps' } as const
  await completeOrder(await claimed(first.id), await painting({ ...story, paintingMs: 40_000 }))
  await completeOrder(await claimed(stopped.id), await painting({ ...story, end: 'stop', paintingMs: 1_000 }))
  // It lives, however long all of this took.
  await worker('one', 10)
  expect((await estimateWait(refined.id)).seconds).toBe(Math.ceil(megapixels * 12.5 + 40))

  await Promise.all([worker('one', 10), worker('two', 10)])
  expect((await estimateWait(refined.id)).seconds).toBe(Math.ceil((megapixels * 12.5 + 40) / 2))
  await cancelPortrait(plain.id, viewer.id)
  expect((await estimateWait(refined.id)).position).toBe(1)
  await endPresence('one')
  await endPresence('two')
  expect((await estimateWait(refined.id)).seconds).toBeNull()
})
