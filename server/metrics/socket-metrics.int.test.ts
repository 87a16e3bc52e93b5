import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { io as connect, type Socket } from 'socket.io-client'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { createGuest } from '@/server/accounts/create-guest'
import { attachGateway } from '@/server/realtime/gateway'
import { realtime } from '@/server/realtime/realtime'
import { scrape } from './scrape'
import { watchSockets } from './socket-metrics'
import { readSample } from './testing/read-sample'

const http = createServer()
const browsers: Socket[] = []

async function browse(cookie?: string): Promise<Socket> {
  const { port } = http.address() as AddressInfo
  const extraHeaders: Record<string, string> = cookie ? { cookie } : {}
  const browser = connect(`http://127.0.0.1:${port}`, { extraHeaders, transports: ['websocket'], reconnection: false })
  browsers.push(browser)
  await new Promise<void>((resolve, reject) => browser.once('connect', resolve).once('connect_error', reject))
  return browser
}

beforeAll(async () => {
  http.listen(0, '127.0.0.1')
  await once(http, 'listening')
  await attachGateway(http)
  watchSockets((await realtime()).io)
})
afterAll(async () => {
  for (const browser of browsers) browser.disconnect()
  await (await realtime()).close()
  http.close()
})

it('counts sockets, and the people behind them once each', async () => {
  const counted = async () => {
    const text = await scrape()
    return ['vernissage_sockets_connected', 'vernissage_people_online'].map((name) => readSample(text, name))
  }
  expect(await counted()).toEqual([0, 0])
  const { setCookies } = await createGuest(new Headers())
  const cookie = setCookies.map((line) => line.split(';')[0]).join('; ')
  await browse(cookie)
  await browse(cookie)
  await browse()
  const last = await browse()
  expect(await counted()).toEqual([4, 3])
  last.disconnect()
  await expect.poll(counted, { timeout: 30_000 }).toEqual([3, 2])
})
