import { once } from 'node:events'
import http, { createServer, type IncomingMessage, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, expect, it } from 'vitest'
import { answerMetrics } from './answer-metrics'

const servers: Server[] = []
afterEach(() => {
  for (const server of servers.splice(0)) server.close()
})

/** Status of a scrape; `host` is the address it is sent to. */
async function ask(token: string | undefined, headers: http.OutgoingHttpHeaders = {}): Promise<number | undefined> {
  const server = createServer((request, response) => void answerMetrics(request, response, token))
  servers.push(server.listen(0, '127.0.0.1'))
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  const request = http.get({ port, host: '127.0.0.1', path: '/metrics', headers, agent: false })
  const [response] = (await once(request, 'response')) as [IncomingMessage]
  response.resume()
  return response.statusCode
}

it('without a token answers this machine alone', async () => {
  expect(await ask(undefined)).toBe(200)
  expect(await ask(undefined, { host: 'localhost:9' })).toBe(200)
})

it.each([
  [{ 'X-Forwarded-For': '127.0.0.1' }],
  [{ 'X-Real-IP': '127.0.0.1' }],
  [{ Forwarded: 'for=127.0.0.1' }],
  [{ Via: '1.1 proxy' }],
  [{ Host: 'gallery.example' }],
  [{ Host: 'localhost.evil.example' }],
])('takes nobody for local who came by a proxy or by another name: %j', async (headers) => {
  expect(await ask(undefined, headers)).toBe(404)
})

it('with a token asks everybody for it, this machine too', async () => {
  const token = 'a-token-of-the-test'
  expect(await ask(token)).toBe(401)
  expect(await ask(token, { Authorization: 'Bearer another' })).toBe(401)
  expect(await ask(token, { Authorization: `Basic ${token}` })).toBe(401)
  const fromElsewhere = { Authorization: `Bearer ${token}`, Host: 'gallery.example', 'X-Forwarded-For': '203.0.113.9' }
  expect(await ask(token, fromElsewhere)).toBe(200)
})
