import { randomUUID } from 'node:crypto'
import sharp from 'sharp'
import { beforeAll, expect, it } from 'vitest'
import { Visitor } from '@/server/http/testing/visitor'
import { db } from '@/server/platform/db'
import { makeMaster } from '@/server/portraits/testing/orders'
import { prepareQueue } from '@/server/queue/prepare-queue'
import { GET as read, DELETE as remove } from './[id]/route'
import { POST as order } from './route'

beforeAll(async () => {
  await prepareQueue()
  await makeMaster('first-style', 0)
  await makeMaster('second-style', 1)
})

const post = (visitor: Visitor, json: unknown, key = randomUUID()) =>
  visitor.call(order, 'POST', '/api/portraits', { json, headers: { 'idempotency-key': key } })

async function postFile(visitor: Visitor, fields: Record<string, string> = {}) {
  const body = new FormData()
  for (const [name, value] of Object.entries({ style: 'first-style', ...fields })) body.set(name, value)
  const noise = { type: 'gaussian', mean: 128, sigma: 40 } as const
  const photo = await sharp({ create: { width: 80, height: 60, channels: 3, background: '#000', noise } })
    .jpeg()
    .toBuffer()
  body.set('photo', new Blob([new Uint8Array(photo)], { type: 'image/jpeg' }), 'me.jpg')
  const encoded = new Request('http://gallery.test/', { method: 'POST', body })
  const contentType = encoded.headers.get('content-type') ?? ''
  return visitor.call(order, 'POST', '/api/portraits', {
    body: await encoded.arrayBuffer(),
    headers: { 'content-type': contentType, 'idempotency-key': randomUUID() },
  })
}

const fileOf = async (pictureId: string) =>
  (await db.picture.findUniqueOrThrow({ where: { id: pictureId } })).fileSha256

it('is painted again in another manner without being sent again, and outlives the order that it came with', async () => {
  const visitor = new Visitor()
  const first = await postFile(visitor)
  const wish = { style: 'second-style', photoId: first.json.photo.id, strength: 0.5, keepColours: true, size: 512 }
  const key = randomUUID()
  const second = await post(visitor, wish, key)
  expect(second.status).toBe(202)
  expect(second.json).toMatchObject({ strength: 0.5, keepColours: true, size: 512, style: { id: 'second-style' } })
  expect(second.json.photo.id).not.toBe(first.json.photo.id)
  expect(await fileOf(second.json.photo.id)).toBe(await fileOf(first.json.photo.id))
  expect((await post(visitor, wish, key)).json.id).toBe(second.json.id)

  const gone = { params: { id: first.json.id } }
  expect((await visitor.call(remove, 'DELETE', `/api/portraits/${first.json.id}`, gone)).status).toBeLessThan(300)
  expect((await post(visitor, wish)).json.error.code).toBe('photo_gone')
  const kept = await visitor.call(read, 'GET', `/api/portraits/${second.json.id}`, { params: { id: second.json.id } })
  expect(kept.json.photo.id).toBe(second.json.photo.id)
  expect((await post(visitor, { ...wish, photoId: second.json.photo.id })).status).toBe(202)
})

it('is for its owner alone', async () => {
  const [owner, other] = [new Visitor(), new Visitor()]
  const { json } = await postFile(owner)
  await postFile(other)
  const theirs = await post(other, { style: 'first-style', photoId: json.photo.id })
  expect([theirs.status, theirs.json.error.code]).toEqual([422, 'photo_gone'])
  const stranger = await post(new Visitor(), { style: 'first-style', photoId: json.photo.id })
  expect([stranger.status, stranger.json.error.code]).toEqual([422, 'photo_gone'])
})

it('is one photo, named rightly: all else is refused, and leaves nothing behind', async () => {
  const visitor = new Visitor()
  const { json } = await postFile(visitor)
  const photoId: string = json.photo.id
  const before = [await db.portraitOrder.count(), await db.picture.count()]
  const refusals = [
    await post(visitor, { style: 'first-style' }),
    await post(visitor, { style: 'first-style', photoId: 'no-id' }),
    await post(visitor, { style: 'first-style', photoId, strength: 2 }),
    await post(visitor, [photoId]),
    await post(visitor, { style: 'no-such-style', photoId }),
    await postFile(visitor, { photoId }),
  ]
  expect(refusals.map(({ status, json: answer }) => [status, answer.error.code])).toEqual([
    [422, 'photo_missing'],
    [422, 'invalid_request'],
    [422, 'invalid_request'],
    [422, 'invalid_request'],
    [422, 'style_unknown'],
    [422, 'invalid_request'],
  ])
  expect([await db.portraitOrder.count(), await db.picture.count()]).toEqual(before)
})
