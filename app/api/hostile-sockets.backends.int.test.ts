import { type ChildProcess, spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { io as connect, type Socket } from 'socket.io-client'
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import { portraitChannel } from '@/lib/contracts/realtime'
import { changePerson } from '@/server/accounts/testing/change-person'
import { makeArtwork } from '@/server/artworks/testing/records'
import { announceOrder } from '@/server/portraits/announce-order'
import { makeMaster } from '@/server/portraits/testing/orders'
import { prepareQueue } from '@/server/queue/prepare-queue'
import { honestJpeg } from '@/server/storage/testing/hostile-photos'
import { type ApiServer, openApi } from './testing/api-server'
import { Browser } from './testing/browser'

vi.hoisted(() => {
  // Every browser of these tests comes from an address of its own.
  process.env.TRUSTED_PROXIES = '1'
})

const SESSION = 'vernissage.session_token'
const password = 'a long enough password'
const waiting = { timeout: 20_000 }

let house: ApiServer
let second: { process: ChildProcess; address: string }
const sockets: Socket[] = []

beforeAll(async () => {
  await prepareQueue()
  await makeMaster('test-style', 0)
  house = await openApi()
  const child = spawn(process.execPath, ['--import', 'tsx', 'app/api/testing/second-process.ts'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  second = { process: child, address: String((await once(child.stdout, 'data'))[0]).trim() }
})
afterEach(() => {
  for (const socket of sockets.splice(0)) socket.disconnect()
})
afterAll(async () => {
  second.process.kill('SIGKILL')
  await house.close()
})

async function open(address: string, browser?: Browser, headers: Record<string, string> = {}): Promise<Socket> {
  const extraHeaders = { ...(browser && { cookie: browser.cookie }), ...headers }
  const socket = connect(address, { extraHeaders, transports: ['websocket'], reconnection: false, forceNew: true })
  sockets.push(socket)
  await new Promise<void>((resolve, reject) => socket.once('connect', resolve).once('connect_error', reject))
  return socket
}
async function member() {
  const browser = new Browser(house.address)
  const email = `${randomUUID()}@example.org`
  const { status, json } = await browser.ask('POST', '/api/account/sign-up', { json: { name: 'Ada', email, password } })
  expect(status).toBe(201)
  return { browser, email, id: json.person.id as string }
}

describe('a socket', () => {
  test.each([
    ['another site', 'https://evil.example'],
    ['a name that only begins alike', 'http://127.0.0.1.evil.example'],
    ['a page without an origin', 'null'],
  ])('from %s is refused', async (_what, origin) => {
    const { browser } = await member()
    await expect(open(house.address, browser, { origin })).rejects.toThrow()
  })

  test("hears nothing of somebody else's order, however it asks", async () => {
    const [owner, other] = [await member(), await member()]
    const { id } = (await owner.browser.order(await honestJpeg())).json
    const [mine, theirs] = [await open(house.address, owner.browser), await open(house.address, other.browser)]
    const room = portraitChannel(id)
    const heard: string[] = []
    mine.on('portrait:progress', () => heard.push('mine'))
    theirs.onAny((event) => heard.push(`theirs: ${event}`))
    expect(await mine.emitWithAck('portrait:follow', { orderId: id })).toEqual({ ok: true })
    const asked: [string, unknown][] = [
      ['portrait:follow', { orderId: id }],
      ['portrait:follow', { orderId: room }],
      ['portrait:follow', { orderId: [id] }],
      ['portrait:follow', id],
      ['artworks:follow', { artworkIds: [id] }],
      ['artworks:follow', { artworkIds: [room, `person:${owner.id}`] }],
    ]
    for (const [event, request] of asked) {
      expect(await theirs.emitWithAck(event, request)).toMatchObject({ ok: false })
    }
    for (const guess of ['join', 'subscribe', 'room', 'portrait:join']) theirs.emit(guess, room)
    for (let times = 1; times <= 3; times++) {
      await announceOrder(id)
      await vi.waitFor(() => expect(heard).toHaveLength(times), waiting)
    }
    expect(new Set(heard)).toEqual(new Set(['mine']))
  })

  test('cannot follow a private work', async () => {
    const [owner, other] = [await member(), await member()]
    const artworkId = await makeArtwork({ ownerId: owner.id, visibility: 'PRIVATE' })
    const request = { artworkIds: [artworkId] }
    const [mine, theirs] = [await open(house.address, owner.browser), await open(house.address, other.browser)]
    expect(await mine.emitWithAck('artworks:follow', request)).toEqual({ ok: true })
    expect(await theirs.emitWithAck('artworks:follow', request)).toMatchObject({ ok: false, code: 'not_found' })
  })

  const floods: [string, (socket: Socket) => void][] = [
    ['a frame of 10 MB', (socket) => socket.emit('portrait:leave', { orderId: 'x'.repeat(10_000_000) })],
    ['10 MB of bytes', (socket) => socket.emit('portrait:leave', Buffer.alloc(10_000_000))],
    [
      '1,000 events at once',
      (socket) => {
        for (let count = 0; count < 1000; count++) socket.emit('portrait:leave', { orderId: 'x' })
      },
    ],
    [
      '1,000 events that nobody listens to',
      (socket) => {
        for (let count = 0; count < 1000; count++) socket.emit('nothing', count)
      },
    ],
  ]
  test.each(floods)('that sends %s is cut, and no other', async (_what, flood) => {
    const [bystander, loud] = [await open(house.address), await open(house.address)]
    const cut = new Promise((resolve) => loud.once('disconnect', resolve))
    flood(loud)
    await cut
    expect(loud.connected).toBe(false)
    expect(await bystander.emitWithAck('artworks:follow', { artworkIds: [randomUUID()] })).toMatchObject({ ok: false })
  })

  test('that polls cannot send 10 MB either', async () => {
    const start = await fetch(`${house.address}/socket.io/?EIO=4&transport=polling`)
    const { sid } = JSON.parse((await start.text()).slice(1)) as { sid: string }
    const sent = fetch(`${house.address}/socket.io/?EIO=4&transport=polling&sid=${sid}`, {
      method: 'POST',
      headers: { 'content-type': 'text/plain;charset=UTF-8' },
      body: `4${'x'.repeat(10_000_000)}`,
    })
    expect(await sent.then((answer) => answer.status).catch(() => 'cut off')).not.toBe(200)
  })
})

describe('every socket of a person, in all processes, ends', () => {
  const endings: [string, (person: Awaited<ReturnType<typeof member>>) => Promise<unknown>][] = [
    ['when they sign out', ({ browser }) => browser.ask('POST', '/api/account/sign-out')],
    ['when they sign out everywhere', ({ browser }) => browser.ask('POST', '/api/account/sign-out-everywhere')],
    [
      'when they sign in anew',
      ({ browser, email }) => browser.ask('POST', '/api/account/sign-in', { json: { email, password } }),
    ],
    [
      'when they are banned',
      async ({ id }) => {
        const operator = await member()
        await changePerson({ id: operator.id }, { role: 'OPERATOR' })
        expect((await operator.browser.ask('PUT', `/api/people/${id}/ban`)).status).toBe(200)
      },
    ],
  ]
  test.each(endings)('%s', async (_what, end) => {
    const [person, bystander] = [await member(), await member()]
    const cookie = person.browser.cookies.get(SESSION) ?? ''
    const theirs = [await open(house.address, person.browser), await open(second.address, person.browser)]
    const others = [await open(house.address, bystander.browser), await open(second.address, bystander.browser)]
    await end(person)
    await vi.waitFor(() => expect(theirs.map(({ connected }) => connected)).toEqual([false, false]), waiting)
    expect(others.map(({ connected }) => connected)).toEqual([true, true])
    // The ended session's cookie is good for nothing in the other process, either.
    const late = new Browser(second.address)
    late.cookies.set(SESSION, cookie)
    expect((await late.ask('GET', '/api/me/favourites')).status).toBe(401)
  })
})
