import { beforeAll, beforeEach, expect, it } from 'vitest'
import { makePerson } from '@/server/artworks/testing/records'
import { db } from '@/server/platform/db'
import { Declined } from '@/server/queue/declined'
import { prepareQueue } from '@/server/queue/prepare-queue'
import { reportPresence } from '@/server/workers/report-presence'
import { cancelPortrait } from './cancel-portrait'
import { claimOrder } from './claim-order'
import { completeOrder } from './complete-order'
import { failOrder } from './fail-order'
import { listSetAside } from './list-set-aside'
import { readPortrait } from './read-portrait'
import { releaseOrder } from './release-order'
import { retryPortrait } from './retry-portrait'
import { retrySetAside } from './retry-set-aside'
import { endWithWord, excuseLapse } from './set-aside'
import { claimed, fallSilent, makeMaster, newOrder, newPhoto, painting } from './testing/orders'
import { type Abilities, canPaint, isBetter } from './weigh-order'

const able: Abilities = {
  sizes: [512, 768, 1024, 2048],
  models: ['m 1'],
  warm: ['m 1'],
  provider: 'cpu',
  secondsPerMegapixel: 4,
}
const rowOf = (id: string) => db.portraitOrder.findUniqueOrThrow({ where: { id } })

const report = (id: string, changes: Partial<Abilities> & { busy?: number } = {}) =>
  reportPresence({ id, modelName: 'm', modelVersion: '1', notes: [], ...able, ...changes })

beforeAll(async () => {
  await prepareQueue()
  await makeMaster('test-style', 0)
})

beforeEach(async () => {
  await db.workerPresence.deleteMany()
})

it('tells sizes and networks that a worker has from those it has not', () => {
  const order = { longSide: 768, needs: ['m 1'] }
  expect(canPaint(order, able)).toBe(true)
  expect(canPaint(order, { ...able, sizes: [512, 2048] })).toBe(false)
  expect(canPaint({ ...order, longSide: 600 }, { ...able, sizes: [768] })).toBe(true)
  expect(canPaint(order, { ...able, models: ['m 2'] })).toBe(false)
  expect(canPaint({ ...order, needs: [] }, { ...able, models: [] })).toBe(true)
})

it('finds better who holds the network open, and then who is twice as fast', () => {
  const order = { needs: ['m 1'] }
  const cold = { ...able, warm: [] }
  const fast = { ...able, secondsPerMegapixel: 2 }
  expect(isBetter(order, able, cold)).toBe(true)
  expect(isBetter(order, { ...fast, warm: [] }, able)).toBe(false)
  expect(isBetter(order, fast, able)).toBe(true)
  expect(isBetter(order, { ...able, secondsPerMegapixel: 3 }, able)).toBe(false)
  expect(isBetter(order, { ...able, secondsPerMegapixel: null }, able)).toBe(false)
  expect(isBetter(order, { ...able, provider: 'cuda', secondsPerMegapixel: null }, able)).toBe(true)
})

it('declines what this worker cannot paint, and leaves it to another one', async () => {
  const { id } = await newOrder(await makePerson(), { size: 2048 })
  await report('large', { secondsPerMegapixel: 1, busy: 1 })
  await expect(claimOrder(id, 'small', { ...able, sizes: [512, 768, 1024] })).rejects.toThrow(Declined)
  await expect(claimOrder(id, 'other network', { ...able, models: ['m 2'] })).rejects.toThrow(Declined)
  expect(await rowOf(id)).toMatchObject({ status: 'QUEUED', attempt: 0, claimsLeft: 4 })
  expect(await claimOrder(id, 'large', able)).toMatchObject({ attempt: 1 })
})

it('lets no order wait for ever that nobody can paint', async () => {
  const viewer = await makePerson()
  const small = { ...able, sizes: [512] }
  const { id } = await newOrder(viewer, { size: 2048 })
  await expect(claimOrder(id, 'small', small)).rejects.toThrow(Declined)
  await db.portraitOrder.update({ where: { id }, data: { queuedAt: new Date(Date.now() - 601_000) } })
  expect(await claimOrder(id, 'small', small)).toBeNull()
  expect(await readPortrait(id, viewer.id)).toMatchObject({ status: 'FAILED', failure: 'painter_failed' })
  // Tried again, it joins the line anew, however old it is.
  await retryPortrait(id, viewer)
  await expect(claimOrder(id, 'small', small)).rejects.toThrow(Declined)
  await cancelPortrait(id, viewer.id)
  expect(await claimOrder(id, 'small', small)).toBeNull()
  // A network that is gone everywhere: its worker finds that out.
  const other = await newOrder(viewer)
  expect(await claimOrder(other.id, 'other network', { ...able, models: ['m 2'], warm: ['m 2'] })).not.toBeNull()
})

it('lets a much faster worker with a free hand go first, for a moment', async () => {
  const { id } = await newOrder(await makePerson())
  await db.portraitOrder.update({ where: { id }, data: { queuedAt: new Date(Date.now() + 60_000) } })
  const slow = () => claimOrder(id, 'slow', able)
  await report('fast', { secondsPerMegapixel: 1, busy: 0 })
  await expect(slow()).rejects.toThrow(Declined)
  // Nobody is left waiting for long.
  await db.portraitOrder.update({ where: { id }, data: { queuedAt: new Date(Date.now() - 5_000) } })
  expect(await slow()).not.toBeNull()
})

it.each([
  ['is busy', { secondsPerMegapixel: 1, busy: 1 }],
  ['cannot do it', { secondsPerMegapixel: 1, sizes: [2048] }],
  ['is hardly faster', { secondsPerMegapixel: 3 }],
])('does not wait for a worker that %s', async (_how, other) => {
  const { id } = await newOrder(await makePerson())
  await report('the other', other)
  expect(await claimOrder(id, 'mine', able)).not.toBeNull()
})

it('does not wait for a dead one', async () => {
  const { id } = await newOrder(await makePerson())
  await report('dead', { secondsPerMegapixel: 1 })
  await db.$executeRaw`UPDATE "WorkerPresence" SET "seenAt" = now() - interval '1 minute'`
  expect(await claimOrder(id, 'mine', able)).not.toBeNull()
})

it('sets an order aside that has stopped two workers, until its artist says so', async () => {
  const viewer = await makePerson()
  const { id } = await newOrder(viewer)
  await claimed(id)
  await claimed(id)
  expect(await rowOf(id)).toMatchObject({ lapses: 1 })
  // While the second still says that it paints, nobody else takes it, and it is not set aside either.
  expect(await claimOrder(id, 'a third')).toBeNull()
  expect(await rowOf(id)).toMatchObject({ status: 'PAINTING', attempt: 2 })
  await fallSilent(id)
  expect(await claimOrder(id, 'a third')).toBeNull()
  expect(await readPortrait(id, viewer.id)).toMatchObject({ status: 'FAILED', failure: 'set_aside' })
  expect(await claimOrder(id, 'a third')).toBeNull()
  await retryPortrait(id, viewer)
  expect(await completeOrder(await claimed(id), await painting())).toBe(true)
})

it('shows operators alone what is set aside, and lets them have it tried again', async () => {
  const [operator, viewer] = [await makePerson('OPERATOR'), await makePerson()]
  const { id } = await newOrder(viewer)
  await claimed(id)
  await claimed(id)
  await fallSilent(id)
  await claimOrder(id, 'a third')
  await expect(listSetAside(viewer)).rejects.toMatchObject({ code: 'forbidden' })
  await expect(retrySetAside(id, viewer)).rejects.toMatchObject({ code: 'forbidden' })
  const { orders } = await listSetAside(operator)
  expect(orders[0]).toMatchObject({ id, styleId: 'test-style', quality: 'PAINTING', size: 512, attempts: 2 })
  expect(JSON.stringify(orders)).not.toContain(viewer.id)
  await retrySetAside(id, operator)
  await expect(retrySetAside(id, operator)).rejects.toMatchObject({ code: 'not_retryable' })
  expect((await listSetAside(operator)).orders.map((order) => order.id)).not.toContain(id)
  expect((await claimed(id)).claimsLeft).toBe(3)
})

it('takes those along that wait with the same photo', async () => {
  const [photo, other] = [await newPhoto(), await makePerson()]
  const { id } = await newOrder(await makePerson(), {}, photo)
  const waiting = await newOrder(other, {}, photo)
  await claimed(id)
  await claimed(id)
  await fallSilent(id)
  expect(await claimOrder(id, 'a third')).toBeNull()
  expect(await readPortrait(waiting.id, other.id)).toMatchObject({ status: 'FAILED', failure: 'set_aside' })
})

it('counts no lapse where the worker said how it ended, handed it back, or was only late', async () => {
  const { id } = await newOrder(await makePerson())
  await endWithWord(await claimed(id))
  await releaseOrder(await claimed(id))
  const late = await claimed(id)
  await claimed(id)
  expect(await rowOf(id)).toMatchObject({ lapses: 1, attempt: 4 })
  await excuseLapse(late)
  await excuseLapse(late)
  expect(await rowOf(id)).toMatchObject({ lapses: 0 })
  // Fenced: the late one's word is worth nothing else.
  await failOrder(late, 'painter_failed')
  await endWithWord(late)
  expect(await rowOf(id)).toMatchObject({ status: 'PAINTING', workerId: expect.stringMatching(/^worker-/) })
})

it('counts neither claim nor lapse where a worker takes again what it holds, since the answer was lost', async () => {
  const { id } = await newOrder(await makePerson())
  const lost = await claimOrder(id, 'the same')
  const heard = await claimOrder(id, 'the same')
  expect(heard).toMatchObject({ attempt: (lost?.attempt ?? 0) + 1 })
  expect(await rowOf(id)).toMatchObject({ lapses: 0, claimsLeft: 3 })
})
