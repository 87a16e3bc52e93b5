import { beforeAll, expect, it } from 'vitest'
import type { PortraitOrderForm, PortraitView } from '@/lib/contracts/portraits'
import type { Viewer } from '@/server/accounts/viewer'
import { makePerson } from '@/server/artworks/testing/records'
import { db } from '@/server/platform/db'
import { prepareQueue } from '@/server/queue/prepare-queue'
import { previewFolder } from '@/server/storage/picture-store'
import { readPicture } from '@/server/storage/read-picture'
import { store } from '@/server/storage/store'
import { cancelPortrait } from './cancel-portrait'
import { claimOrder } from './claim-order'
import { completeFromCache, completeOrder } from './complete-order'
import { deletePortrait } from './delete-portrait'
import { failOrder } from './fail-order'
import { finishWaiting } from './finish-waiting'
import { readPortrait } from './read-portrait'
import { recordProgress } from './record-progress'
import { requeueStragglers } from './requeue-stragglers'
import { retryPortrait } from './retry-portrait'
import { stopPortrait } from './stop-portrait'
import { claimed, makeMaster, newOrder, newPhoto, painting } from './testing/orders'

interface Placed {
  id: string
  viewer: Viewer
}

const rowOf = (id: string) => db.portraitOrder.findUniqueOrThrow({ where: { id } })
const outboxOf = (id: string) => db.outboxEntry.count({ where: { payload: { path: ['orderId'], equals: id } } })
const viewOf = async ({ id, viewer }: Placed) => {
  const view = await readPortrait(id, viewer.id)
  if (!view) throw new Error('the owner should see the order')
  return view
}

/** Orders of as many people for the same photo; the first of them leads. */
async function placeSame(count: number, changes: Partial<PortraitOrderForm> = {}): Promise<[Placed, ...Placed[]]> {
  const photo = await newPhoto()
  const placed: Placed[] = []
  for (let i = 0; i < count; i++) {
    const viewer = await makePerson()
    placed.push({ id: (await newOrder(viewer, changes, photo)).id, viewer })
  }
  return placed as [Placed, ...Placed[]]
}

const step = async (stage: 'sketch' | 'master' = 'sketch') =>
  ({ stage, progress: 0.3, loss: stage === 'master' ? 2 : null, preview: (await painting()).picture }) as const

/** A view without what differs for every order: ids, moments, and the signed addresses that are made of them. */
function bare(view: PortraitView) {
  const { id: _id, createdAt: _created, finishedAt, queuePosition: _place, estimateSeconds: _wait, ...rest } = view
  const picture = (one: PortraitView['photo'] | null) =>
    one && { ...one, id: 'its own', access: one.access && 'its own' }
  const { photo, painting, previewUrl } = rest
  const version = previewUrl && new URL(previewUrl, 'http://house').searchParams.get('v')
  return {
    ...rest,
    photo: picture(photo),
    painting: picture(painting),
    previewUrl: version,
    isOver: finishedAt !== null,
  }
}

beforeAll(async () => {
  await prepareQueue()
  await makeMaster('test-style', 0)
})

it('paints identical orders in flight once, and shows every one of them the same', async () => {
  const [first, second, third] = await placeSame(3)
  if (!second || !third) throw new Error('there should be three')
  expect(await Promise.all([first, second, third].map(({ id }) => outboxOf(id)))).toEqual([1, 0, 0])
  expect(bare(await viewOf(second))).toEqual(bare(await viewOf(first)))

  const claim = await claimed(first.id)
  expect(await claimOrder(second.id, 'another worker')).toBeNull()
  expect(bare(await viewOf(second))).toEqual(bare(await viewOf(first)))

  expect(await recordProgress(claim, await step())).toBe('go on')
  const painted = await viewOf(third)
  expect(painted).toMatchObject({ status: 'PAINTING', stage: 'sketch', attempt: 1 })
  expect(bare(painted)).toEqual(bare(await viewOf(first)))

  expect(await completeOrder(claim, await painting())).toBe(true)
  const views = await Promise.all([first, second, third].map(viewOf))
  expect(views.map(({ status }) => status)).toEqual(['PAINTED', 'PAINTED', 'PAINTED'])
  expect(bare(views[1] as PortraitView)).toEqual(bare(views[0] as PortraitView))
  // Each has a picture of their own, which nobody else may see.
  expect(new Set(views.map(({ painting }) => painting?.id)).size).toBe(3)
  const theirs = views[0]?.painting?.id ?? ''
  await expect(readPicture({ id: theirs, variant: '256.webp' }, second.viewer)).rejects.toMatchObject({
    code: 'not_found',
  })
  expect(await db.portraitResult.count({ where: { orders: { some: { id: { in: [first.id, second.id] } } } } })).toBe(1)
})

it('lets two that come at the very same moment find each other', async () => {
  const photo = await newPhoto()
  const people = await Promise.all(Array.from({ length: 6 }, () => makePerson()))
  const orders = await Promise.all(people.map((viewer) => newOrder(viewer, {}, photo)))
  const rows = await db.portraitOrder.findMany({ where: { id: { in: orders.map(({ id }) => id) } } })
  const leaders = rows.filter(({ leaderId }) => leaderId === null)
  expect(leaders).toHaveLength(1)
  expect(rows.filter(({ leaderId }) => leaderId === leaders[0]?.id)).toHaveLength(5)
})

it('looks the same to who joins late as an order of its own would, from the next step on', async () => {
  const photo = await newPhoto()
  const [artist, late] = [await makePerson(), await makePerson()]
  const order = await newOrder(artist, {}, photo)
  const claim = await claimed(order.id)
  const joined = await newOrder(late, {}, photo)
  expect(joined).toMatchObject({ status: 'QUEUED', attempt: 0, previewUrl: null })
  await recordProgress(claim, await step())
  expect(await readPortrait(joined.id, late.id)).toMatchObject({ status: 'PAINTING', attempt: 1, stage: 'sketch' })
})

it.each([
  ['cancelled', async (first: Placed) => void (await cancelPortrait(first.id, first.viewer.id))],
  ['deleted', async (first: Placed) => deletePortrait(first.id, first.viewer.id)],
  ['failed', async (first: Placed) => failOrder(await rowOf(first.id), 'painter_failed')],
])('paints for the next in line when the one they wait for is %s', async (_how, end) => {
  const [first, second, third] = await placeSame(3)
  if (!second || !third) throw new Error('there should be three')
  const claim = await claimed(first.id)
  await recordProgress(claim, await step())
  await end(first)
  expect(await completeOrder(claim, await painting())).toBe(false)
  const [heir, other] = [await rowOf(second.id), await rowOf(third.id)]
  expect(heir).toMatchObject({ status: 'QUEUED', leaderId: null, previewKey: null, stage: null })
  expect(other).toMatchObject({ status: 'QUEUED', leaderId: second.id })
  expect(await outboxOf(second.id)).toBe(1)
  await completeOrder(await claimed(second.id), await painting())
  expect((await viewOf(third)).status).toBe('PAINTED')
})

it('lets who waits go without a trace for the others', async () => {
  const [first, second, third] = await placeSame(3)
  if (!second || !third) throw new Error('there should be three')
  const claim = await claimed(first.id)
  await cancelPortrait(second.id, second.viewer.id)
  await recordProgress(claim, await step())
  await completeOrder(claim, await painting())
  expect((await viewOf(second)).status).toBe('CANCELLED')
  expect((await viewOf(third)).status).toBe('PAINTED')
  // Coming back finds the painting at once, as anybody would.
  await retryPortrait(second.id, second.viewer)
  expect(await completeFromCache(await claimed(second.id))).toBe(true)
})

it('ends all who wait with a photo that cannot be read', async () => {
  const [first, second] = await placeSame(2)
  if (!second) throw new Error('there should be two')
  await failOrder(await claimed(first.id), 'photo_unreadable')
  expect(await viewOf(second)).toMatchObject({ status: 'FAILED', failure: 'photo_unreadable' })
})

it('gives what the hour cut short to all who waited for it, but to nobody after them', async () => {
  const photo = await newPhoto()
  const [a, b, c] = [await makePerson(), await makePerson(), await makePerson()]
  const wish = { quality: 'MASTER' } as const
  const [first, second] = [await newOrder(a, wish, photo), await newOrder(b, wish, photo)]
  await completeOrder(await claimed(first.id), await painting({ quality: 'MASTER', steps: 9, loss: 3, end: 'budget' }))
  expect(await readPortrait(second.id, b.id)).toMatchObject({ status: 'PAINTED', end: 'budget', steps: 9 })
  // It is offered as a first look, while the whole one waits.
  const third = await newOrder(c, wish, photo)
  expect(third).toMatchObject({ status: 'QUEUED', stage: 'master', painting: null, previewUrl: expect.any(String) })
  const { previewKey } = await rowOf(third.id)
  expect(previewKey).toBe(`${previewFolder(third.id)}/offered`)
  expect((await store.read(previewKey ?? ''))?.length).toBeGreaterThan(0)
  await completeOrder(await claimed(third.id), await painting({ quality: 'MASTER', steps: 24, loss: 1, end: 'steps' }))
  expect(await readPortrait(third.id, c.id)).toMatchObject({ status: 'PAINTED', end: 'steps', steps: 24 })
  // What an artist stopped is offered to nobody, and what went less far is no longer the best there is.
  expect(await newOrder(await makePerson(), wish, photo)).toMatchObject({ status: 'PAINTED', steps: 24 })
  expect(await newOrder(await makePerson(), { ...wish, size: 768 }, photo)).toMatchObject({
    status: 'QUEUED',
    stage: 'master',
  })
})

it('lets one artist stop without stopping the others, whoever is painted for', async () => {
  const [first, second, third] = await placeSame(3, { quality: 'MASTER' })
  if (!second || !third) throw new Error('there should be three')
  const claim = await claimed(first.id)
  await recordProgress(claim, await step('master'))
  expect(bare(await viewOf(second))).toEqual(bare(await viewOf(first)))
  // One who waits leaves the line, and is painted without refinement.
  expect((await stopPortrait(second.id, second.viewer.id)).isStoppable).toBe(false)
  expect(await recordProgress(claim, await step('master'))).toBe('go on')
  expect(await claimed(second.id)).toMatchObject({ isStopRequested: true })
  expect(await rowOf(second.id)).toMatchObject({ lapses: 0 })
  // The one who leads is stopped: the third is painted to the end.
  await stopPortrait(first.id, first.viewer.id)
  expect(await recordProgress(claim, await step('master'))).toBe('stop')
  await completeOrder(claim, await painting({ quality: 'MASTER', steps: 5, loss: 3, end: 'stop' }))
  expect(await viewOf(first)).toMatchObject({ status: 'PAINTED', end: 'stop' })
  expect(await rowOf(third.id)).toMatchObject({ status: 'QUEUED', leaderId: null })
  expect(await outboxOf(third.id)).toBe(1)
})

it('sends on those who wait for an order that ended without them, or is gone with its owner', async () => {
  const [first, second] = await placeSame(2)
  const [third, fourth, fifth] = await placeSame(3)
  if (!second || !fourth || !fifth) throw new Error('there should be more')
  // A process of the release before ended it, and knew nothing of waiting.
  const longAgo = new Date(0)
  await db.portraitOrder.update({ where: { id: first.id }, data: { status: 'CANCELLED', finishedAt: longAgo } })
  await db.person.delete({ where: { id: third.viewer.id } })
  await db.portraitOrder.updateMany({ where: { id: { in: [fourth.id, fifth.id] } }, data: { queuedAt: longAgo } })
  await requeueStragglers(20)
  expect(await rowOf(second.id)).toMatchObject({ status: 'QUEUED', leaderId: null })
  const rest = [await rowOf(fourth.id), await rowOf(fifth.id)]
  expect(rest.filter(({ leaderId }) => leaderId === null)).toHaveLength(1)
})

it('has one of the waiting painted where the painting they waited for is gone again', async () => {
  const [first, second] = await placeSame(2)
  if (!first || !second) throw new Error('there should be two')
  await finishWaiting(first.id, 'a key without a painting')
  expect(await rowOf(second.id)).toMatchObject({ status: 'QUEUED', leaderId: null, attempt: 1 })
})
