import { once } from 'node:events'
import http, { type IncomingMessage } from 'node:http'
import net, { type AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createWebServer } from './web-server'

/** What Next would have been given last. */
let seen: IncomingMessage['headers']
const server = createWebServer(async (request, response) => {
  seen = request.headers
  response.end('page')
})
let port: number

beforeAll(async () => {
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  port = (server.address() as AddressInfo).port
})
afterAll(() => {
  server.close()
  server.closeAllConnections()
})

async function get(headers: http.OutgoingHttpHeaders = {}): Promise<IncomingMessage> {
  const request = http.get({ port, host: '127.0.0.1', headers })
  const [response] = (await once(request, 'response')) as [IncomingMessage]
  response.resume()
  return response
}
const policyOf = (response: IncomingMessage) => String(response.headers['content-security-policy'])

test('every page has a policy with a nonce of its own, which Next is told', async () => {
  const [first, second] = [policyOf(await get()), policyOf(await get())]
  expect(first).toMatch(/script-src 'nonce-[A-Za-z0-9+/]{22}==' 'strict-dynamic';/)
  expect(first).not.toMatch(/unsafe-eval|script-src[^;]*unsafe-inline/)
  expect(second).not.toBe(first)
  expect(seen['content-security-policy']).toBe(second)
})

test('a caller can choose neither the policy, nor its host part, nor their address', async () => {
  const claims = { 'content-security-policy': 'x', 'x-vernissage-address': '1.2.3.4', 'x-forwarded-for': '5.6.7.8' }
  await get(claims)
  expect(seen['x-vernissage-address']).toBe('127.0.0.1')
  expect(seen['content-security-policy']).toContain('default-src')
  expect(policyOf(await get({ host: 'a; script-src *' }))).not.toContain('script-src *')
})

test('answers forbid framing, sniffing and every device but the camera', async () => {
  const { headers } = await get()
  expect(headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'x-frame-options': 'DENY' })
  expect(headers['permissions-policy']).toMatch(/camera=\(self\), microphone=\(\), geolocation=\(\)/)
})

test('nothing but a socket can be upgraded to', async () => {
  const socket = net.connect(port, '127.0.0.1')
  const closed = once(socket, 'close')
  socket.write('GET /elsewhere HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n')
  socket.resume()
  await closed
})
