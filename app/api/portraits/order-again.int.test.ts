import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import http, { type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { json as readJson } from 'node:stream/consumers'
import { afterAll, beforeAll, beforeEach, expect, it, vi } from 'vitest'
import { addressHeader } from '@/server/accounts/client-address'
import { announcePeople } from '@/server/accounts/kept-sessions'
import { changes } from '@/server/cache/changes'
import { orderAgain } from '@/server/http/order-again'
import { routeListener } from '@/server/http/testing/route-listener'
import { createWebServer } from '@/server/http/web-server'
import { db } from '@/server/platform/db'
import { completeOrder } from '@/server/portraits/complete-order'
import { deletePortrait } from '@/server/portraits/delete-portrait'
import { claimed, makeMaster, newPhoto, painting } from '@/server/portraits/testing/orders'
import { prepareQueue } from '@/server/queue/prepare-queue'
import { POST as order } from './route'

/** Orders that the interface has looked at itself. */
let looked = 0
const routes = routeListener({ 'POST /api/portraits': order })
/** Orders whose headers have come. */
let begun = 0
const server = createWebServer(
  async (request, response) => {
    looked++
    // Everybody here comes from one address, and what is limited is not the subject.
    request.headers[addressHeader] = randomUUID()
    await routes(request, response)
  },
  (request) => {
    begun++
    return orderAgain(request)
  },
)

beforeAll(async () => {
  await prepareQueue()
  await makeMaster('first-style', 0)
  await makeMaster('second-style', 1)
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
})
afterAll(() => {
  server.close()
  server.closeAllConnections()
})
beforeEach(() => {
  looked = 0
})

interface Said {
  status: number | undefined
  headers: IncomingMessage['headers']
  json: { id: string; status: string; artworkId: string | null; photo: { id: string }; error: { code: string } }
}

async function post(body: string | Uint8Array, headers: Record<string, string>): Promise<Said> {
  const { port } = server.address() as AddressInfo
  const own = { 'content-length': String(Buffer.byteLength(body)), ...headers }
  const request = http.request({ port, host: '127.0.0.1', method: 'POST', path: '/api/portraits', headers: own })
  request.end(body)
  const [incoming] = (await once(request, 'response')) as [IncomingMessage]
  return { status: incoming.statusCode, headers: incoming.headers, json: (await readJson(incoming)) as Said['json'] }
}

/** A guest with a painted order; `wish` orders it again, and something else where it is changed. */
async function guestWithPainting() {
  const form = new FormData()
  form.set('style', 'first-style')
  form.set('photo', new Blob([new Uint8Array(await newPhoto())], { type: 'image/jpeg' }), 'me.jpg')
  const encoded = new Request('http://gallery.test/', { method: 'POST', body: form })
  const key = randomUUID()
  const type = encoded.headers.get('content-type') ?? ''
  const first = await post(new Uint8Array(await encoded.arrayBuffer()), {
    'content-type': type,
    'idempotency-key': key,
  })
  const cookie = (first.headers['set-cookie'] ?? []).map((line) => line.split(';')[0]).join('; ')
  const { id } = first.json
  const wish = { style: 'first-style', photoId: first.json.photo.id }
  const headersOf = { 'content-type': 'application/json', 'idempotency-key': key, cookie }
  const again = (changed: object = {}, headers: Record<string, string> = {}) =>
    post(JSON.stringify({ ...wish, ...changed }), { ...headersOf, ...headers })
  const paint = async () => completeOrder(await claimed(id), await painting())
  const { personId } = await db.portraitOrder.findUniqueOrThrow({ where: { id }, select: { personId: true } })
  return { id, personId, wish, headersOf, again, paint }
}

/** As somebody whose order has been told once before, from when on it is at hand. */
async function toldOnce() {
  const guest = await guestWithPainting()
  await guest.paint()
  await vi.waitFor(() => expect(changes.isListening).toBe(true))
  const told = await guest.again()
  expect(told).toMatchObject({ status: 202, json: { id: guest.id, status: 'PAINTED' } })
  looked = 0
  return { ...guest, told }
}

it('tells a painted order again from memory, the same in every word', async () => {
  const { again, told } = await toldOnce()
  const repeated = [await again(), await again(), await again()]
  expect(looked).toBe(0)
  for (const { status, json, headers } of repeated) {
    expect(status).toBe(202)
    expect(json).toEqual(told.json)
    expect(headers).toMatchObject({ 'content-type': 'application/json', 'cache-control': 'no-store' })
    expect(headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'x-request-id': expect.any(String) })
    expect(headers).toHaveProperty('ratelimit-remaining')
  }
})

it('leaves to the interface what is not that very order, whole', async () => {
  const { again, id } = await toldOnce()
  expect(await again({ style: 'second-style' })).toMatchObject({ status: 409, json: { error: { code: 'key_reused' } } })
  expect(await again({ strength: 3 })).toMatchObject({ status: 422, json: { error: { code: 'invalid_request' } } })
  expect(await again({ photoId: undefined })).toMatchObject({ json: { error: { code: 'photo_missing' } } })
  expect(looked).toBe(3)
  const another = await again({}, { 'idempotency-key': randomUUID() })
  expect(another.json.id).not.toBe(id)
  expect(await again({}, { origin: 'https://elsewhere.test' })).toMatchObject({ status: 403 })
  expect((await again({}, { cookie: '' })).json.id).not.toBe(id)
  expect(looked).toBe(6)
})

it('asks anew while it is being painted, and at once when it is deleted', async () => {
  const guest = await guestWithPainting()
  for (let turn = 0; turn < 2; turn++) expect((await guest.again()).json.status).toBe('QUEUED')
  expect(looked).toBe(3)
  await guest.paint()
  expect((await guest.again()).json.status).toBe('PAINTED')
  await deletePortrait(guest.id, guest.personId)
  expect((await guest.again()).json.error.code).toBe('photo_gone')
})

it('outlives a painting that this release cannot read: the interface says so', async () => {
  const { again, id, paint } = await guestWithPainting()
  await paint()
  await vi.waitFor(() => expect(changes.isListening).toBe(true))
  await db.portraitOrder.update({ where: { id }, data: { stage: 'of-a-newer-release' } })
  for (let turn = 0; turn < 3; turn++) expect((await again()).status).toBe(500)
})

it('is told to nobody when it was deleted while its body was on the way', async () => {
  const { id, personId, headersOf, wish } = await toldOnce()
  const { port } = server.address() as AddressInfo
  const body = JSON.stringify(wish)
  const headers = { ...headersOf, 'content-length': String(Buffer.byteLength(body)) }
  const request = http.request({ port, host: '127.0.0.1', method: 'POST', path: '/api/portraits', headers })
  const before = begun
  request.flushHeaders()
  await vi.waitFor(() => expect(begun).toBe(before + 1))
  await deletePortrait(id, personId)
  request.end(body)
  const [incoming] = (await once(request, 'response')) as [IncomingMessage]
  expect(await readJson(incoming)).toMatchObject({ error: { code: 'photo_gone' } })
})

it('is nobody’s any more when their session has ended', async () => {
  const { again, personId } = await toldOnce()
  await db.session.deleteMany({ where: { personId } })
  await announcePeople(db, [personId])
  expect(await again()).toMatchObject({ status: 401, json: { error: { code: 'session_expired' } } })
})
