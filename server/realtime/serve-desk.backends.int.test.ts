import { randomUUID } from 'node:crypto'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { io as connect, type Socket } from 'socket.io-client'
import { afterAll, afterEach, beforeAll, expect, it, vi } from 'vitest'
import type { ClientEvents, ServerEvents } from '@/lib/contracts/realtime'
import { signUp } from '@/server/accounts/sign-up'
import { makeArtwork, makeExhibition } from '@/server/artworks/testing/records'
import { changeHangings } from '@/server/desk/change-hangings'
import { db } from '@/server/platform/db'
import { attachGateway } from './gateway'
import { realtime } from './realtime'

type Browser = Socket<ServerEvents, ClientEvents>
let http: Server
const browsers: Browser[] = []

/** Somebody with an account, named on the exhibition where a role is given, and their browser. */
async function person(name: string, exhibitionId?: string) {
  const fields = { name, email: `${randomUUID()}@example.org`, password: randomUUID() }
  const { viewer, setCookies } = await signUp(fields, new Headers())
  if (exhibitionId) {
    await db.exhibitionCurator.create({ data: { exhibitionId, personId: viewer.id, role: 'EDITOR' } })
  }
  const cookie = setCookies.map((line) => line.split(';')[0]).join('; ')
  const { port } = http.address() as AddressInfo
  const options = { extraHeaders: { cookie }, transports: ['websocket'], reconnection: false }
  const browser: Browser = connect(`http://127.0.0.1:${port}`, options)
  browsers.push(browser)
  await new Promise<void>((resolve, reject) => browser.once('connect', resolve).once('connect_error', reject))
  return { viewer, browser }
}

beforeAll(async () => {
  http = createServer()
  await attachGateway(http)
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve))
})
afterEach(() => {
  for (const browser of browsers.splice(0)) browser.disconnect()
})
afterAll(async () => {
  await (await realtime()).close()
  http.close()
})

const follow = (browser: Browser, roomId: string) => browser.emitWithAck('desk:follow', { roomId })
const pointing = (roomId: string) => ({ roomId, wall: 'east', along: 2.5, height: 1.4, holding: null })

it('shows the hands of curators to each other, by name, and tells when one leaves', async () => {
  const { id, roomId } = await makeExhibition({ status: 'DRAFT' })
  const [ada, ben] = [await person('Ada', id), await person('Ben', id)]
  expect(await follow(ada.browser, roomId)).toEqual({ ok: true })
  expect(await follow(ben.browser, roomId)).toEqual({ ok: true })
  const [seen, gone, own] = [vi.fn(), vi.fn(), vi.fn()]
  ada.browser.on('desk:hand', seen).on('desk:hand-gone', gone)
  ben.browser.on('desk:hand', own)
  ben.browser.emit('desk:point', pointing(roomId))
  await vi.waitFor(() => expect(seen).toHaveBeenCalled(), { timeout: 10_000 })
  expect(seen).toHaveBeenCalledWith({ ...pointing(roomId), name: 'Ben', hand: expect.any(String) })
  expect(own).not.toHaveBeenCalled()
  ben.browser.disconnect()
  await vi.waitFor(() => expect(gone).toHaveBeenCalledWith(expect.objectContaining({ roomId })), { timeout: 10_000 })
})

it('tells curators in a room that somebody has hung something there', async () => {
  const { id, roomId } = await makeExhibition({ status: 'DRAFT' })
  const [ada, ben] = [await person('Ada', id), await person('Ben', id)]
  await follow(ben.browser, roomId)
  const told = vi.fn()
  ben.browser.on('desk:changed', told)
  const place = { wall: 'east', along: 2, centreHeight: 1.5 }
  const change = { hangingId: randomUUID(), artworkId: await makeArtwork(), base: 0, place }
  await changeHangings({ roomId, changes: [change] }, ada.viewer)
  await vi.waitFor(() => expect(told).toHaveBeenCalledWith({ roomId }), { timeout: 10_000 })
})

it('lets nobody else in, and carries nobody else’s pointing', async () => {
  const { id, roomId } = await makeExhibition({ status: 'DRAFT' })
  const [ada, stranger] = [await person('Ada', id), await person('Eve')]
  await follow(ada.browser, roomId)
  expect(await follow(stranger.browser, roomId)).toEqual({ ok: false, code: 'not_found' })
  expect(await follow(stranger.browser, randomUUID())).toEqual({ ok: false, code: 'not_found' })
  expect(await follow(stranger.browser, 'x')).toEqual({ ok: false, code: 'invalid_request' })
  const seen = vi.fn()
  ada.browser.on('desk:hand', seen)
  stranger.browser.emit('desk:point', pointing(roomId))
  // A round trip of each later, anything that was on its way would have come.
  await follow(stranger.browser, roomId)
  await follow(ada.browser, roomId)
  expect(seen).not.toHaveBeenCalled()
})
