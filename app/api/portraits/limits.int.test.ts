import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import http, { type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Readable } from 'node:stream'
import { beforeAll, expect, it } from 'vitest'
import { forceRung } from '@/server/admission/force-rung'
import { makePerson } from '@/server/artworks/testing/records'
import { Visitor } from '@/server/http/testing/visitor'
import { createWebServer } from '@/server/http/web-server'
import { makeMaster, newPhoto } from '@/server/portraits/testing/orders'
import { prepareQueue } from '@/server/queue/prepare-queue'
import { GET as readDoor } from '../admission/route'
import { GET as live } from '../health/live/route'
import { known, send } from '../testing/order-as'
import { POST as order } from './route'

beforeAll(async () => {
  await prepareQueue()
  await makeMaster('test-style', 0)
  // Limits are asked for, not the ladder.
  await forceRung(0, await makePerson('OPERATOR'))
})

it('10 of 50 orders that one person sends at once are accepted', async () => {
  const visitor = await known()
  const photo = await newPhoto()
  // From many addresses, as somebody would who wants to get round the limit of one.
  const answers = await Promise.all(
    Array.from({ length: 50 }, () => send(visitor, { photo, headers: { 'x-vernissage-address': randomUUID() } })),
  )
  const accepted = answers.filter(({ status }) => status === 202)
  // One of the minute's ten was the order by which they came to be known.
  expect(accepted).toHaveLength(9)
  for (const { status, json, headers } of answers.filter((answer) => answer.status !== 202)) {
    expect([status, json.error.code]).toEqual([429, 'too_many_orders'])
    expect(Number(headers.get('retry-after'))).toBeGreaterThan(0)
    expect(headers.get('ratelimit-limit')).toBe('10')
    expect(headers.get('ratelimit-remaining')).toBe('0')
  }
})

it('100 requests with rotating X-Forwarded-For are one address’, and end in 429 after the burst', async () => {
  const server = createWebServer(async (request, response) => {
    const headers = new Headers(Object.entries(request.headers).map(([name, value]) => [name, String(value)]))
    const init = { method: request.method, headers, body: Readable.toWeb(request), duplex: 'half' } as RequestInit
    const answer = await order(new Request(`http://127.0.0.1${request.url}`, init), { params: Promise.resolve({}) })
    response.writeHead(answer.status, Object.fromEntries(answer.headers)).end(await answer.text())
  })
  await once(server.listen(0, '127.0.0.1'), 'listening')
  const { port } = server.address() as AddressInfo
  const began = Date.now()
  const post = async (claimedAddress: string) => {
    const request = http.request({ port, method: 'POST', path: '/api/portraits' })
    request.setHeader('x-forwarded-for', claimedAddress).end()
    const [answer] = (await once(request, 'response')) as [IncomingMessage]
    answer.resume()
    return answer
  }
  const answers = await Promise.all(Array.from({ length: 100 }, (_, i) => post(`198.51.100.${i}`)))
  const windows = Math.floor((Date.now() - began) / 1_000) + 1
  const refused = answers.filter(({ statusCode }) => statusCode === 429)
  expect(refused.length).toBeGreaterThanOrEqual(100 - (10 + 10 * windows))
  expect(refused.length).toBeLessThanOrEqual(80)
  for (const { headers } of refused) {
    expect(headers['retry-after']).toMatch(/^[1-9]\d*$/)
    expect(headers['ratelimit-limit']).toBe('10')
  }
  server.close()
})

it('are told with every answer, except to who asks whether the process lives', async () => {
  const { headers } = await new Visitor().call(readDoor, 'GET', '/api/admission')
  expect(Number(headers.get('ratelimit-remaining'))).toBeGreaterThan(1_000)
  expect(headers.get('ratelimit-reset')).toMatch(/^\d+$/)
  expect((await new Visitor().call(live, 'GET', '/api/health/live')).headers.has('ratelimit-limit')).toBe(false)
})
