import { beforeAll, expect, it } from 'vitest'
import type { Viewer } from '@/server/accounts/viewer'
import { makeExhibition, makePerson } from '@/server/artworks/testing/records'
import { decideSubmission } from '@/server/exhibitions/decide-submission'
import { db } from '@/server/platform/db'
import { HouseError } from '@/server/platform/errors'
import { prepareQueue } from '@/server/queue/prepare-queue'
import { picturePath } from '@/server/storage/picture-view'
import { readPicture } from '@/server/storage/read-picture'
import { signUrl } from '@/server/storage/sign-url'
import { store } from '@/server/storage/store'
import { expireRecords } from '@/server/sweeper/expire-records'
import { cancelPortrait } from './cancel-portrait'
import { claimOrder } from './claim-order'
import { completeOrder } from './complete-order'
import { deletePortrait } from './delete-portrait'
import { failExhaustedOrders, failOrder } from './fail-order'
import { hangPortrait } from './hang-portrait'
import { listPortraits } from './list-portraits'
import { orderPortrait } from './order-portrait'
import { readPortrait } from './read-portrait'
import { recordProgress } from './record-progress'
import { requeueStragglers } from './requeue-stragglers'
import { retryPortrait } from './retry-portrait'
import { excuseLapse } from './set-aside'
import { submitPortrait } from './submit-portrait'
import { claimed, formOf, makeMaster, newOrder, newPhoto, painting } from './testing/orders'

/** Looks at a picture under an address that the house gave out. */
const look = (id: string, viewer: Viewer | null, variant = '256.webp') =>
  readPicture({ id, variant, access: signUrl(picturePath(id)) }, viewer)

beforeAll(async () => {
  await prepareQueue()
  await makeMaster('test-style', 0)
  await makeMaster('other-style', 1)
  await makeMaster('third-style', 2)
})

it('accepts an order once however often its key comes', async () => {
  const viewer = await makePerson()
  const photo = await newPhoto()
  const same = { viewer, key: 'the-same-key', form: formOf(), photo }
  const orders = await Promise.all([orderPortrait(same), orderPortrait(same), orderPortrait(same)])
  expect(new Set(orders.map((order) => order.id)).size).toBe(1)
  expect(await db.portraitOrder.count({ where: { personId: viewer.id } })).toBe(1)
  expect(await db.outboxEntry.count({ where: { payload: { path: ['orderId'], equals: orders[0]?.id } } })).toBe(1)
})

it.each([
  { strength: 0.5 },
  { strokes: 0.4 },
  { quality: 'MASTER' },
  { size: 2048 },
  { keepColours: true },
  { blend: 'other-style' },
  { blend: 'third-style', blendPart: 0.3 },
  { style: 'other-style' },
] as const)('is told by its key that %j is another wish', async (changes) => {
  const viewer = await makePerson()
  const photo = await newPhoto()
  const first = { viewer, key: 'the-same-key', form: formOf({ blend: 'third-style', blendPart: 0.5 }), photo }
  const { id } = await orderPortrait(first)
  expect((await orderPortrait(first)).id).toBe(id)
  const other = orderPortrait({ ...first, form: { ...first.form, ...changes } })
  await expect(other).rejects.toMatchObject({ code: 'key_reused' })
})

it('refuses the eleventh order of a minute and writes nothing of it', async () => {
  const viewer = await makePerson()
  const photo = await newPhoto()
  const answers = await Promise.allSettled(Array.from({ length: 14 }, () => newOrder(viewer, {}, photo)))
  const refused = answers.filter((answer) => answer.status === 'rejected')
  expect(refused).toHaveLength(4)
  for (const { reason } of refused) {
    expect(reason).toBeInstanceOf(HouseError)
    expect(reason).toMatchObject({ code: 'too_many_orders', retryAfterSeconds: expect.any(Number) })
  }
  expect(await db.portraitOrder.count({ where: { personId: viewer.id } })).toBe(10)
})

it('lets only the present attempt write', async () => {
  const viewer = await makePerson()
  const order = await newOrder(viewer)
  const late = await claimed(order.id)
  const present = await claimed(order.id)
  expect(present.attempt).toBe(late.attempt + 1)
  const step = { stage: 'sketch', progress: 0.2, loss: null, preview: (await painting()).picture } as const
  expect(await recordProgress(late, step)).toBe('lost')
  expect(await completeOrder(late, await painting())).toBe(false)
  await failOrder(late, 'painter_failed')
  expect(await recordProgress(present, step)).toBe('go on')
  expect(await completeOrder(present, await painting())).toBe(true)
  const done = await readPortrait(order.id, viewer.id)
  expect(done).toMatchObject({ status: 'PAINTED', attempt: present.attempt, progress: 1, failure: null })
  expect(await db.picture.count({ where: { ownerId: viewer.id } })).toBe(2)
})

it('serves an equal order from the finished painting, as a picture of its own', async () => {
  const photo = await newPhoto()
  const first = await makePerson()
  const second = await makePerson()
  const order = await newOrder(first, {}, photo)
  await completeOrder(await claimed(order.id), await painting())
  const again = await newOrder(second, {}, photo)
  expect(again.status).toBe('PAINTED')
  const original = await readPortrait(order.id, first.id)
  expect(again.painting?.id).not.toBe(original?.painting?.id)
  await expect(look(original?.painting?.id ?? '', second)).rejects.toMatchObject({
    code: 'not_found',
  })
  expect((await look(again.painting?.id ?? '', second)).isPublic).toBe(false)
})

it('cancels at once, whoever paints, and paints again on request', async () => {
  const viewer = await makePerson()
  const order = await newOrder(viewer)
  const claim = await claimed(order.id)
  expect((await cancelPortrait(order.id, viewer.id)).status).toBe('CANCELLED')
  expect(await completeOrder(claim, await painting())).toBe(false)
  expect(await claimOrder(order.id, 'another')).toBeNull()
  const retried = await retryPortrait(order.id, viewer)
  expect(retried).toMatchObject({ status: 'QUEUED', progress: 0 })
  expect(retried.attempt).toBeGreaterThan(claim.attempt)
  await completeOrder(await claimed(order.id), await painting())
  await expect(cancelPortrait(order.id, viewer.id)).rejects.toMatchObject({ code: 'not_cancellable' })
  await expect(retryPortrait(order.id, viewer)).rejects.toMatchObject({ code: 'not_retryable' })
})

it('gives up on an order that outlives every worker, and tells why', async () => {
  const viewer = await makePerson()
  const order = await newOrder(viewer)
  // Each was only late, and said so.
  for (let claims = 0; claims < 4; claims++) await excuseLapse({ ...(await claimed(order.id)), attempt: 0 })
  expect(await claimOrder(order.id, 'a fifth')).toBeNull()
  await db.portraitOrder.update({ where: { id: order.id }, data: { heartbeatAt: new Date(0) } })
  expect(await failExhaustedOrders(20)).toBe(1)
  expect(await readPortrait(order.id, viewer.id)).toMatchObject({ status: 'FAILED', failure: 'gave_up' })
})

it('puts a silent order back into the queue', async () => {
  const viewer = await makePerson()
  const order = await newOrder(viewer)
  await claimed(order.id)
  expect(await requeueStragglers(3600)).toBe(0)
  await db.portraitOrder.update({ where: { id: order.id }, data: { heartbeatAt: new Date(0) } })
  expect(await requeueStragglers(20)).toBeGreaterThanOrEqual(1)
})

it('deletes for good: rows, files, the work on the wall, and the cached painting', async () => {
  const viewer = await makePerson()
  const order = await newOrder(viewer)
  await completeOrder(await claimed(order.id), await painting())
  const before = await db.portraitOrder.findUniqueOrThrow({
    where: { id: order.id },
    include: { photo: true, painting: true },
  })
  const { artworkId, roomSlug } = await hangPortrait(order.id, viewer, { title: 'Me', description: '' })
  await look(before.painting?.id ?? '', null)
  expect(roomSlug).toMatch(/^room-/)
  await deletePortrait(order.id, viewer.id)
  const shas = [before.photo.fileSha256, before.painting?.fileSha256 ?? '']
  expect(await db.storedFile.count({ where: { sha256: { in: shas } } })).toBe(0)
  expect(await db.derivative.count({ where: { sourceSha256: { in: shas } } })).toBe(0)
  expect(await db.artwork.count({ where: { id: artworkId } })).toBe(0)
  expect(await db.portraitResult.count({ where: { cacheKey: before.cacheKey } })).toBe(0)
  await expect(look(before.photo.id, viewer)).rejects.toMatchObject({ code: 'not_found' })
})

it('leaves no preview of an order that was deleted or given up while it was painted', async () => {
  const viewer = await makePerson()
  const step = { stage: 'sketch', progress: 0.2, loss: null, preview: (await painting()).picture } as const
  const [deleted, failed, outlived] = [await newOrder(viewer), await newOrder(viewer), await newOrder(viewer)]
  const late = await claimed(deleted.id)
  expect(await recordProgress(late, step)).toBe('go on')
  await deletePortrait(deleted.id, viewer.id)
  expect(await recordProgress(late, step)).toBe('lost')
  const failing = await claimed(failed.id)
  await recordProgress(failing, step)
  await failOrder(failing, 'painter_failed')
  const dying = await claimed(outlived.id)
  await recordProgress(dying, step)
  await completeOrder(dying, await painting())
  await db.portraitOrder.update({ where: { id: outlived.id }, data: { finishedAt: new Date(Date.now() - 120_000) } })
  await expireRecords()
  for (const { id, attempt } of [late, failing, dying]) {
    expect(await store.read(`previews/${id}/${attempt}-sketch`)).toBeNull()
  }
})

it('keeps the bytes of a deleted photo that somebody else brought too', async () => {
  const photo = await newPhoto()
  const first = await makePerson()
  const second = await makePerson()
  const [mine, theirs] = [await newOrder(first, {}, photo), await newOrder(second, {}, photo)]
  await deletePortrait(mine.id, first.id)
  expect((await look(theirs.photo.id, second, 'original')).body).toHaveProperty('bytes')
})

it('offers a portrait to an open call once; a curator sees it and hangs it for all', async () => {
  const [artist, curator, stranger] = [await makePerson(), await makePerson('CURATOR'), await makePerson()]
  const exhibition = await makeExhibition({ isOpenCall: true })
  const order = await newOrder(artist)
  const offer = { title: 'Me', description: '', exhibition: exhibition.slug }
  await expect(submitPortrait(order.id, artist, offer)).rejects.toMatchObject({ code: 'not_finished' })
  await completeOrder(await claimed(order.id), await painting())
  const { submissionId, artworkId } = await submitPortrait(order.id, artist, offer)
  await expect(submitPortrait(order.id, artist, offer)).rejects.toMatchObject({ code: 'conflict' })
  const pictureId = (await readPortrait(order.id, artist.id))?.painting?.id ?? ''
  await expect(look(pictureId, stranger)).rejects.toMatchObject({ code: 'not_found' })
  expect((await look(pictureId, curator)).isPublic).toBe(false)
  await decideSubmission({ submissionId, decision: 'ACCEPTED', note: '', isHung: true }, curator)
  expect((await look(pictureId, stranger)).isPublic).toBe(true)
  expect(await db.hanging.count({ where: { artworkId, roomId: exhibition.roomId } })).toBe(1)
})

it('shows a person their own orders alone', async () => {
  const [mine, other] = [await makePerson(), await makePerson()]
  const order = await newOrder(mine)
  await newOrder(other)
  expect((await listPortraits(mine.id)).portraits.map((portrait) => portrait.id)).toEqual([order.id])
  expect(await readPortrait(order.id, other.id)).toBeNull()
  await expect(cancelPortrait(order.id, other.id)).rejects.toMatchObject({ code: 'not_found' })
  await expect(deletePortrait(order.id, other.id)).rejects.toMatchObject({ code: 'not_found' })
  await expect(look(order.photo.id, other)).rejects.toMatchObject({ code: 'not_found' })
  await expect(look(order.photo.id, null)).rejects.toMatchObject({ code: 'not_found' })
})
