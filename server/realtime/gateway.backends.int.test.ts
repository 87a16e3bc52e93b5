import { randomUUID } from 'node:crypto'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { io as connect, type Socket } from 'socket.io-client'
import { afterAll, afterEach, beforeAll, expect, it, vi } from 'vitest'
import type { ClientEvents, ServerEvents } from '@/lib/contracts/realtime'
import { createGuest } from '@/server/accounts/create-guest'
import { setLike } from '@/server/engagement/set-like'
import { db } from '@/server/platform/db'
import { announceProgress } from './announce'
import { createIo, type Realtime } from './create-io'
import { attachGateway } from './gateway'
import { realtime } from './realtime'

type Browser = Socket<ServerEvents, ClientEvents>
let http: Server
let otherProcess: Realtime
const browsers: Browser[] = []

async function browse(cookie?: string, origin?: string): Promise<Browser> {
  const { port } = http.address() as AddressInfo
  const extraHeaders = { ...(cookie ? { cookie } : {}), ...(origin ? { origin } : {}) }
  const browser: Browser = connect(`http://127.0.0.1:${port}`, {
    extraHeaders,
    transports: ['websocket'],
    reconnection: false,
  })
  browsers.push(browser)
  await new Promise<void>((resolve, reject) => browser.once('connect', resolve).once('connect_error', reject))
  return browser
}

async function newGuest() {
  const { viewer, setCookies } = await createGuest(new Headers())
  return { id: viewer.id, cookie: setCookies.map((cookie) => cookie.split(';')[0]).join('; ') }
}

async function newOrder(personId: string): Promise<string> {
  const sha256 = randomUUID().replaceAll('-', '').repeat(2)
  await db.storedFile.create({ data: { sha256, bytes: 1, mimeType: 'image/jpeg' } })
  const photo = await db.picture.create({
    data: { ownerId: personId, fileSha256: sha256, width: 1, height: 1, blur: '', colour: '#000000' },
  })
  const words = { titleEn: 'T', titleZh: '题', artistEn: 'A', artistZh: '家', year: '1', school: 's' }
  const style = await db.style.create({
    data: {
      id: `s-${randomUUID()}`,
      ...words,
      code: new Uint8Array(4),
      codeLength: 1,
      modelName: 'm',
      modelVersion: '1',
    },
  })
  const order = await db.portraitOrder.create({
    data: {
      personId,
      idempotencyKey: randomUUID(),
      photoId: photo.id,
      styleId: style.id,
      strength: 1,
      longSide: 512,
      cacheKey: randomUUID(),
    },
  })
  return order.id
}

const step = (orderId: string) =>
  ({
    orderId,
    attempt: 1,
    sequence: 1,
    status: 'PAINTING',
    stage: 'sketch',
    progress: 0.1,
    loss: null,
    steps: 0,
    isStoppable: false,
    previewUrl: null,
    failure: null,
  }) as const

beforeAll(async () => {
  http = createServer().listen(0, '127.0.0.1')
  await attachGateway(http, 500)
  otherProcess = await createIo()
})

afterEach(() => {
  for (const browser of browsers.splice(0)) browser.disconnect()
})

afterAll(async () => {
  await otherProcess.close()
  await (await realtime()).close()
  http.close()
})

it('lets a person follow their own order, and nobody else', async () => {
  const [mine, other] = [await newGuest(), await newGuest()]
  const orderId = await newOrder(mine.id)
  const [myBrowser, otherBrowser, stranger] = [await browse(mine.cookie), await browse(other.cookie), await browse()]
  expect(await myBrowser.emitWithAck('portrait:follow', { orderId })).toEqual({ ok: true })
  expect(await otherBrowser.emitWithAck('portrait:follow', { orderId })).toEqual({ ok: false, code: 'not_found' })
  expect(await stranger.emitWithAck('portrait:follow', { orderId })).toEqual({ ok: false, code: 'not_found' })
  const heard: string[] = []
  myBrowser.on('portrait:progress', () => heard.push('mine'))
  otherBrowser.on('portrait:progress', () => heard.push('other'))
  await announceProgress(step(orderId))
  await vi.waitFor(() => expect(heard).toEqual(['mine']), 20_000)
})

it('carries what another process says', async () => {
  const me = await newGuest()
  const orderId = await newOrder(me.id)
  const browser = await browse(me.cookie)
  await browser.emitWithAck('portrait:follow', { orderId })
  const heard = new Promise((resolve) => browser.once('portrait:progress', resolve))
  otherProcess.io.to(`portrait:${orderId}`).emit('portrait:progress', step(orderId))
  expect(await heard).toEqual(step(orderId))
})

it('tells counts of public works to anyone, of private ones to nobody else', async () => {
  const owner = await newGuest()
  const sha256 = randomUUID().replaceAll('-', '').repeat(2)
  await db.storedFile.create({ data: { sha256, bytes: 1, mimeType: 'image/jpeg' } })
  const picture = await db.picture.create({
    data: { fileSha256: sha256, width: 1, height: 1, blur: '', colour: '#000000' },
  })
  const label = {
    kind: 'UPLOADED',
    pictureId: picture.id,
    titleEn: 'T',
    titleZh: '题',
    artistEn: 'A',
    artistZh: '家',
    year: '1',
    mediumEn: 'm',
    mediumZh: '料',
    widthCm: 1,
    heightCm: 1,
  } as const
  const open = await db.artwork.create({ data: { ...label, visibility: 'PUBLIC' } })
  const hidden = await db.artwork.create({ data: { ...label, ownerId: owner.id } })
  const browser = await browse()
  expect(await browser.emitWithAck('artworks:follow', { artworkIds: [open.id] })).toEqual({ ok: true })
  expect(await browser.emitWithAck('artworks:follow', { artworkIds: [hidden.id] })).toEqual({
    ok: false,
    code: 'not_found',
  })
  const heard: string[] = []
  browser.on('artwork:count', ({ artworkId, likeCount }) => heard.push(`${artworkId} ${likeCount}`))
  for (const { id } of [hidden, open]) await setLike({ personId: owner.id, artworkId: id, liked: true })
  await vi.waitFor(() => expect(heard).toEqual([`${open.id} 1`]), 20_000)
})

it('refuses another site, nonsense, and a flood', async () => {
  await expect(browse(undefined, 'https://elsewhere.example')).rejects.toThrow()
  const browser = await browse()
  expect(await browser.emitWithAck('artworks:follow', { artworkIds: ['guess'] })).toEqual({
    ok: false,
    code: 'invalid_request',
  })
  const cut = new Promise((resolve) => browser.once('disconnect', resolve))
  for (let count = 0; count < 200; count++) browser.emit('portrait:leave', { orderId: 'x' })
  await cut
  expect(browser.connected).toBe(false)
})

it('finds out by itself, again and again, that a session has ended', async () => {
  for (let time = 0; time < 2; time++) {
    const [gone, stays] = [await newGuest(), await newGuest()]
    const [cut, other] = [await browse(gone.cookie), await browse(stays.cookie)]
    await db.session.deleteMany({ where: { personId: gone.id } })
    await vi.waitFor(() => expect(cut.connected).toBe(false), { timeout: 20_000 })
    expect(other.connected).toBe(true)
  }
})
