import { createServer, type IncomingMessage, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { routes } from '@/lib/contracts/routes'
import { call } from './call'
import { callByName } from './call-by-name'
import { onIdentityChange } from './identity'

const id = '019a0000-0000-7000-8000-000000000001'

let server: Server
let origin: string
let requests: { method?: string; url?: string; type?: string; body: string }[]
let answer: { status: number; body: unknown; headers?: Record<string, string> }

async function bodyOf(request: IncomingMessage): Promise<string> {
  let text = ''
  for await (const chunk of request) text += chunk
  return text
}

beforeAll(async () => {
  server = createServer(async (request, response) => {
    const body = await bodyOf(request)
    requests.push({ method: request.method, url: request.url, type: request.headers['content-type'], body })
    if (answer.status === 0) return request.socket.destroy()
    response.writeHead(answer.status, { 'Content-Type': 'application/json', ...answer.headers })
    response.end(typeof answer.body === 'string' ? answer.body : JSON.stringify(answer.body))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterAll(() => new Promise((resolve) => server.close(resolve)))
beforeEach(() => {
  requests = []
})

test('fills in the address and gives back the checked answer', async () => {
  answer = { status: 200, body: { liked: true, count: 3 } }
  expect(await call(routes.like, { params: { id }, origin })).toEqual({ liked: true, count: 3 })
  expect(requests).toEqual([{ method: 'PUT', url: `/api/artworks/${id}/like`, type: undefined, body: '' }])
})

test('sends a query and a JSON body as the contract says', async () => {
  answer = { status: 200, body: { liked: [id], kept: [] } }
  await call(routes.myMarks, { query: { artworks: `${id},${id}` }, origin })
  answer = { status: 201, body: { artworkId: id, roomSlug: 'room-1' } }
  await call(routes.hangPortrait, { params: { id }, body: { title: 'A' }, origin })
  expect(requests[0]?.url).toBe(`/api/me/marks?artworks=${id}%2C${id}`)
  expect(requests[1]).toMatchObject({ method: 'POST', type: 'application/json', body: '{"title":"A"}' })
})

test('an answer that breaks the contract is an error, not data', async () => {
  answer = { status: 200, body: { liked: 'yes', count: -1 } }
  await expect(call(routes.like, { params: { id }, origin })).rejects.toMatchObject({ code: 'internal' })
})

test('a refusal keeps code, sentence, fields and how long to wait', async () => {
  const error = { code: 'too_many_requests', message: 'Slowly.', requestId: 'r', fields: { title: 'x' } }
  answer = { status: 429, body: { error }, headers: { 'Retry-After': '5' } }
  await expect(call(routes.like, { params: { id }, origin })).rejects.toMatchObject({
    code: 'too_many_requests',
    sentence: 'Slowly.',
    status: 429,
    retryAfterSeconds: 5,
    fields: { title: 'x' },
    isTransient: true,
  })
})

test('a cut connection and a closed port are offline', async () => {
  answer = { status: 0, body: '' }
  await expect(call(routes.live, { origin })).rejects.toMatchObject({ code: 'offline', status: 0, isTransient: true })
  await expect(call(routes.live, { origin: 'http://127.0.0.1:1' })).rejects.toMatchObject({ code: 'offline' })
})

test("calling off keeps the caller's own reason", async () => {
  const controller = new AbortController()
  const reason = new Error('left the page')
  controller.abort(reason)
  await expect(call(routes.live, { origin, signal: controller.signal })).rejects.toBe(reason)
})

test('signing in and out is told to the rest of the page, a refusal is not', async () => {
  const changes: string[] = []
  const stop = onIdentityChange((change) => changes.push(change))
  const body = { email: 'a@example.org', password: 'correct horse' }
  answer = { status: 401, body: { error: { code: 'wrong_credentials', message: 'No.', requestId: 'r' } } }
  await expect(call(routes.signIn, { body, origin })).rejects.toMatchObject({ code: 'wrong_credentials' })
  answer = { status: 200, body: { person: null } }
  await call(routes.signIn, { body, origin })
  answer = { status: 200, body: { ok: true } }
  await call(routes.signOut, { origin })
  stop()
  expect(changes).toEqual(['arrived', 'left'])
})

test('a route that is named is called with its contract, answers and refusals alike', async () => {
  answer = { status: 200, body: { liked: true, count: 3 } }
  expect(await callByName('engagement', 'like', { params: { id }, origin })).toEqual({ liked: true, count: 3 })
  answer = { status: 404, body: { error: { code: 'not_found', message: 'gone', requestId: 'x' } } }
  await expect(callByName('engagement', 'like', { params: { id }, origin })).rejects.toMatchObject({
    code: 'not_found',
  })
})
