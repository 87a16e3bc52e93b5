import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { io as connect, type Socket } from 'socket.io-client'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import type { ClientEvents, ServerEvents } from '@/lib/contracts/realtime'
import { makeArtwork, makePerson } from '@/server/artworks/testing/records'
import { attachGateway } from '@/server/realtime/gateway'
import { realtime } from '@/server/realtime/realtime'
import { setLike } from './set-like'

let http: Server
let browser: Socket<ServerEvents, ClientEvents>

beforeAll(async () => {
  http = createServer().listen(0, '127.0.0.1')
  await attachGateway(http)
  const { port } = http.address() as AddressInfo
  browser = connect(`http://127.0.0.1:${port}`, { transports: ['websocket'], reconnection: false })
  await new Promise<void>((resolve, reject) => browser.once('connect', resolve).once('connect_error', reject))
})

afterAll(async () => {
  browser.disconnect()
  await (await realtime()).close()
  http.close()
})

it('tells a storm of likes a few times a second, and the last word is right', async () => {
  const artworkId = await makeArtwork()
  const people = await Promise.all(Array.from({ length: 40 }, () => makePerson('GUEST')))
  expect(await browser.emitWithAck('artworks:follow', { artworkIds: [artworkId] })).toEqual({ ok: true })
  const heard: number[] = []
  browser.on('artwork:count', ({ likeCount }) => heard.push(likeCount))
  const began = performance.now()
  for (let round = 0; round < 9; round++) {
    await Promise.all(people.map(({ id }) => setLike({ personId: id, artworkId, liked: round % 2 === 0 })))
  }
  const quarters = (performance.now() - began) / 250
  await vi.waitFor(() => expect(heard.at(-1)).toBe(40), { timeout: 30_000 })
  // 360 likes came and went.
  expect(heard.length).toBeLessThanOrEqual(quarters + 3)
})
