import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { io as connect, type Socket } from 'socket.io-client'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'

let http: Server
const browsers: Socket[] = []

/** Behind one proxy, which says for whom it asks. */
async function browse(address: string): Promise<Socket> {
  const { port } = http.address() as AddressInfo
  const browser = connect(`http://127.0.0.1:${port}`, {
    extraHeaders: { 'x-forwarded-for': address },
    transports: ['websocket'],
    reconnection: false,
    forceNew: true,
  })
  browsers.push(browser)
  await new Promise<void>((resolve, reject) => browser.once('connect', resolve).once('connect_error', reject))
  return browser
}

beforeAll(async () => {
  vi.stubEnv('SOCKETS_PER_ADDRESS', '2')
  vi.stubEnv('TRUSTED_PROXIES', '1')
  const { attachGateway } = await import('./gateway')
  http = createServer().listen(0, '127.0.0.1')
  await attachGateway(http)
})

afterAll(async () => {
  for (const browser of browsers) browser.disconnect()
  const { realtime } = await import('./realtime')
  await (await realtime()).close()
  http.close()
  vi.unstubAllEnvs()
})

it('lets so many in from one address, all others besides, and the next one once a place is free', async () => {
  const first = await browse('203.0.113.7')
  await browse('203.0.113.7')
  await expect(browse('203.0.113.7')).rejects.toThrow()
  // A subscriber's IPv6 network counts as one.
  await browse('2001:db8::1')
  await browse('2001:db8::2')
  await expect(browse('2001:db8::3')).rejects.toThrow()
  await browse('203.0.113.8')
  first.disconnect()
  await vi.waitFor(() => browse('203.0.113.7'), { timeout: 20_000, interval: 100 })
})
