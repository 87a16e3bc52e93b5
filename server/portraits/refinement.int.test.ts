import { beforeAll, describe, expect, it } from 'vitest'
import { makePerson } from '@/server/artworks/testing/records'
import { db } from '@/server/platform/db'
import { prepareQueue } from '@/server/queue/prepare-queue'
import { cancelPortrait } from './cancel-portrait'
import { completeOrder } from './complete-order'
import { failOrder } from './fail-order'
import { readPortrait } from './read-portrait'
import { beat, recordProgress } from './record-progress'
import { retryPortrait } from './retry-portrait'
import { stopPortrait } from './stop-portrait'
import { claimed, makeMaster, newOrder, newPhoto, painting } from './testing/orders'

const master = { quality: 'MASTER' } as const

beforeAll(async () => {
  await prepareQueue()
  await makeMaster('test-style', 0)
})

describe('a stop', () => {
  it('reaches the worker at its next step and at its next heartbeat, and the artist at once', async () => {
    const viewer = await makePerson()
    const { id } = await newOrder(viewer, master)
    const claim = await claimed(id)
    const step = { stage: 'master', progress: 0.5, loss: 0.8, preview: (await painting()).picture } as const
    expect(await recordProgress(claim, step)).toBe('go on')
    expect(await beat(claim)).toBe('go on')
    const before = await readPortrait(id, viewer.id)
    expect(before).toMatchObject({ isStoppable: true, loss: 0.8, steps: 0 })
    const stopped = await stopPortrait(id, viewer.id)
    expect(stopped).toMatchObject({ status: 'PAINTING', isStoppable: false, loss: 0.8 })
    expect(stopped.sequence).toBeGreaterThan(before?.sequence ?? 0)
    expect(await beat(claim)).toBe('stop')
    expect(await recordProgress(claim, { ...step, loss: 0.7 })).toBe('stop')
  })

  it('may be said twice, and counts once', async () => {
    const viewer = await makePerson()
    const { id } = await newOrder(viewer, master)
    await claimed(id)
    const [first, second] = [await stopPortrait(id, viewer.id), await stopPortrait(id, viewer.id)]
    expect(second.sequence).toBe(first.sequence)
  })

  it('outlives the worker that heard it, and is forgotten when the order is painted again', async () => {
    const viewer = await makePerson()
    const { id } = await newOrder(viewer, master)
    expect((await claimed(id)).isStopRequested).toBe(false)
    await stopPortrait(id, viewer.id)
    const next = await claimed(id)
    expect(next.isStopRequested).toBe(true)
    await failOrder(next, 'painter_failed')
    await retryPortrait(id, viewer)
    expect((await claimed(id)).isStopRequested).toBe(false)
  })

  it('is for the owner alone, and for nobody to learn from', async () => {
    const [viewer, other] = [await makePerson(), await makePerson()]
    const { id } = await newOrder(viewer, master)
    await claimed(id)
    await expect(stopPortrait(id, other.id)).rejects.toMatchObject({ code: 'not_found' })
    expect(await db.portraitOrder.count({ where: { id, stopRequestedAt: { not: null } } })).toBe(0)
  })

  it('is refused where nothing is being refined', async () => {
    const viewer = await makePerson()
    const [waiting, plain, done, cancelled] = [
      await newOrder(viewer, master),
      await newOrder(viewer),
      await newOrder(viewer, master),
      await newOrder(viewer, master),
    ]
    await claimed(plain.id)
    await completeOrder(await claimed(done.id), await painting(master))
    await cancelPortrait(cancelled.id, viewer.id)
    for (const { id } of [waiting, plain, done, cancelled])
      await expect(stopPortrait(id, viewer.id)).rejects.toMatchObject({ code: 'not_stoppable' })
  })
})

describe('a refined painting', () => {
  const full = { quality: 'MASTER', steps: 36, loss: 0.41, end: 'plateau' } as const

  it('tells its owner what was done', async () => {
    const viewer = await makePerson()
    const { id } = await newOrder(viewer, master)
    await completeOrder(await claimed(id), await painting(full))
    expect(await readPortrait(id, viewer.id)).toMatchObject({ ...full, status: 'PAINTED', isStoppable: false })
  })

  it('serves the next order with the same wish, with its story', async () => {
    const photo = await newPhoto()
    const [first, second] = [await makePerson(), await makePerson()]
    const { id } = await newOrder(first, master, photo)
    await completeOrder(await claimed(id), await painting(full))
    expect(await newOrder(second, master, photo)).toMatchObject({ ...full, status: 'PAINTED' })
    expect((await newOrder(second, {}, photo)).status).toBe('QUEUED')
  })

  it.each([
    ['by its artist', { ...full, steps: 4, end: 'stop' }],
    ['by the clock', { ...full, steps: 20, end: 'budget' }],
    ['before it began', { quality: 'PAINTING', steps: 0, loss: null, end: null }],
  ] as const)('that was cut short %s is its owner’s, and never served to anybody else', async (_how, story) => {
    const photo = await newPhoto()
    const [first, second] = [await makePerson(), await makePerson()]
    const { id, ...ordered } = await newOrder(first, master, photo)
    expect(ordered.status).toBe('QUEUED')
    await completeOrder(await claimed(id), await painting(story))
    const { steps, loss, end } = story
    expect(await readPortrait(id, first.id)).toMatchObject({ status: 'PAINTED', quality: 'MASTER', steps, loss, end })
    const again = await newOrder(second, master, photo)
    expect(again).toMatchObject({ status: 'QUEUED', painting: null })
    // The whole one is then kept for all who come later.
    await completeOrder(await claimed(again.id), await painting(full))
    expect(await newOrder(await makePerson(), master, photo)).toMatchObject({ ...full, status: 'PAINTED' })
  })
})

it('leaves no file of a painting that came second', async () => {
  const photo = await newPhoto()
  const [first, second] = [await makePerson(), await makePerson()]
  const orders = [await newOrder(first, {}, photo), await newOrder(second, {}, photo)]
  // In the release before nobody waited for the painting of another.
  await db.portraitOrder.updateMany({ where: { id: { in: orders.map(({ id }) => id) } }, data: { leaderId: null } })
  const claims = await Promise.all(orders.map(({ id }) => claimed(id)))
  const before = await db.storedFile.count()
  for (const claim of claims) expect(await completeOrder(claim, await painting())).toBe(true)
  expect(await db.storedFile.count()).toBe(before + 1)
})
