import { once } from 'node:events'
import http, { type IncomingMessage, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { io as connect, type Socket } from 'socket.io-client'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { ClientEvents, ServerEvents } from '@/lib/contracts/realtime'
import { draining } from '@/server/health/draining'
import { attachGateway } from '@/server/realtime/gateway'
import { realtime } from '@/server/realtime/realtime'
import { drain } from './drain'
import { createWebServer } from './web-server'

type Browser = Socket<ServerEvents, ClientEvents>

const WAIT = { timeout: 30_000, interval: 20 }
let server: Server
let address: string
/** Lets the answers to `/slow` go on. */
let finishSlow: () => void
const agent = new http.Agent({ keepAlive: true })
const browsers: Browser[] = []

beforeEach(async () => {
  const slow = new Promise<void>((resolve) => {
    finishSlow = resolve
  })
  server = createWebServer(async (request, response) => {
    response.write('first half, ')
    if (request.url === '/slow') await slow
    response.end('second half')
  })
  await attachGateway(server)
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterEach(() => {
  for (const browser of browsers.splice(0)) browser.disconnect()
  draining.hasBegun = false
})

async function get(path: string): Promise<IncomingMessage> {
  const [answer] = (await once(http.get(`${address}${path}`, { agent }), 'response')) as [IncomingMessage]
  return answer
}
async function textOf(answer: IncomingMessage): Promise<string> {
  let text = ''
  for await (const chunk of answer) text += chunk
  return text
}
async function open(): Promise<Browser> {
  const browser: Browser = connect(address, { transports: ['websocket'], reconnection: false, forceNew: true })
  browsers.push(browser)
  await new Promise<void>((resolve, reject) => browser.once('connect', resolve).once('connect_error', reject))
  return browser
}

test('a web process that leaves finishes what runs, keeps nothing alive and sends its sockets elsewhere', async () => {
  const browser = await open()
  const told = new Promise((resolve) => browser.once('house:leaving', resolve))
  const [slow, quick] = [await get('/slow'), await get('/quick')]
  expect(quick.headers.connection).toBe('keep-alive')
  await textOf(quick)

  draining.hasBegun = true
  const drained = drain(server, await realtime(), { graceMs: 1_000, requestMs: 30_000 })
  const inGrace = await get('/quick')
  expect(inGrace.headers.connection).toBe('close')
  expect(await textOf(inGrace)).toBe('first half, second half')

  expect(await told).toEqual({ inMs: expect.any(Number) })
  await expect(get('/quick')).rejects.toThrow('ECONNREFUSED')
  await vi.waitFor(() => expect(browser.connected).toBe(false), WAIT)
  finishSlow()
  expect(await textOf(slow)).toBe('first half, second half')
  await drained
})
