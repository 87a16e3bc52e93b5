import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { io as connect, type Socket } from 'socket.io-client'
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import type { Figure, FloorPose, PresenceNews, Reactions } from '@/lib/contracts/presence'
import type { ClientEvents, ServerEvents } from '@/lib/contracts/realtime'
import { createGuest } from '@/server/accounts/create-guest'
import { makeArtwork, makeExhibition } from '@/server/artworks/testing/records'
import { db } from '@/server/platform/db'
import { countNow } from '@/server/presence/count-now'
import { type ApiServer, openApi } from './testing/api-server'

type Visitor = Socket<ServerEvents, ClientEvents>
const waiting = { timeout: 30_000 }
let house: ApiServer
let second: { process: ChildProcess; address: string }
const open: Visitor[] = []

beforeAll(async () => {
  house = await openApi()
  const child = spawn(process.execPath, ['--import', 'tsx', 'app/api/testing/second-process.ts'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  second = { process: child, address: String((await once(child.stdout, 'data'))[0]).trim() }
})
afterEach(() => {
  for (const visitor of open.splice(0)) visitor.disconnect()
})
afterAll(async () => {
  second.process.kill('SIGKILL')
  await house.close()
})

/** A visitor, and everybody they see at the moment, themselves included. */
async function arrive(address: string, cookie?: string) {
  const socket: Visitor = connect(address, {
    ...{ transports: ['websocket'], reconnection: false, forceNew: true },
    ...(cookie && { extraHeaders: { cookie } }),
  })
  open.push(socket)
  const seen = new Map<string, Figure>()
  const heard: PresenceNews[] = []
  const reactions: Reactions['reactions'] = []
  socket.on('presence:near', (news) => {
    heard.push(news)
    if (news.isWhole) seen.clear()
    for (const figure of news.here) seen.set(figure[0], figure)
    for (const [id, x, z, yaw] of news.moved) {
      const [, , , , name, isGuide] = seen.get(id) as Figure
      seen.set(id, [id, x, z, yaw, name, isGuide])
    }
    for (const id of news.gone) seen.delete(id)
  })
  socket.on('presence:reactions', (news) => reactions.push(...news.reactions))
  await new Promise<void>((resolve, reject) => socket.once('connect', resolve).once('connect_error', reject))
  const enter = async (exhibition: string, at: FloorPose, more: { showsName?: boolean; guides?: boolean } = {}) => {
    const wish = { exhibition, at, showsName: false, guides: false, ...more }
    const answer = await socket.emitWithAck('presence:enter', wish)
    return answer.ok ? answer.id : answer.code
  }
  return { socket, seen, heard, reactions, enter }
}

async function member(role: 'VISITOR' | 'CURATOR' = 'VISITOR') {
  const { viewer, setCookies } = await createGuest(new Headers())
  await db.person.update({ where: { id: viewer.id }, data: { isAnonymous: false, name: 'Ada', role } })
  return { id: viewer.id, cookie: setCookies.map((cookie) => cookie.split(';')[0]).join('; ') }
}

describe('visitors of one exhibition', () => {
  test.each([
    ['the same web process', () => [house.address, house.address]],
    ['two web processes', () => [house.address, second.address]],
  ])('see each other come, walk and go on %s', async (_where, addresses) => {
    const [here = '', there = ''] = addresses()
    const { slug } = await makeExhibition()
    const [first, other] = [await arrive(here), await arrive(there)]
    const mine = await first.enter(slug, [100, 100, 0])
    const theirs = await other.enter(slug, [-100, 50, 157])
    await vi.waitFor(() => expect([...first.seen.keys()].sort()).toEqual([mine, theirs].sort()), waiting)
    await vi.waitFor(() => expect([...other.seen.keys()].sort()).toEqual([mine, theirs].sort()), waiting)
    expect(first.seen.get(theirs)).toEqual([theirs, -100, 50, 157, '', false])
    for (let step = 1; step <= 5; step++) other.socket.emit('presence:move', [-100 + step * 20, 50, -157])
    await vi.waitFor(() => expect(first.seen.get(theirs)).toEqual([theirs, 0, 50, -157, '', false]), waiting)
    await vi.waitFor(() => expect(first.heard.at(-1)?.count).toBe(2), waiting)
    other.socket.disconnect()
    await vi.waitFor(() => expect([...first.seen.keys()]).toEqual([mine]), waiting)
  })

  test('are counted in every process, also where nobody of them is', async () => {
    const { id, slug } = await makeExhibition()
    const [first, other] = [await arrive(second.address), await arrive(second.address)]
    await first.enter(slug, [0, 0, 0])
    await other.enter(slug, [100, 0, 0])
    await vi.waitFor(() => expect(countNow().get(id)).toBe(2), waiting)
    const third = await arrive(house.address)
    await third.enter(slug, [0, 0, 0])
    await vi.waitFor(() => expect(countNow().get(id)).toBe(3), waiting)
    for (const { socket } of [first, other, third]) socket.disconnect()
    await vi.waitFor(() => expect(countNow().get(id)).toBeUndefined(), waiting)
  })

  test('hear nothing of another exhibition', async () => {
    const [one, other] = [await makeExhibition(), await makeExhibition()]
    const [first, stranger] = [await arrive(house.address), await arrive(house.address)]
    const mine = await first.enter(one.slug, [0, 0, 0])
    await stranger.enter(other.slug, [0, 0, 0])
    stranger.socket.emit('presence:move', [10, 10, 0])
    await vi.waitFor(() => expect(stranger.seen.size).toBe(1), waiting)
    const third = await arrive(house.address)
    const last = await third.enter(one.slug, [0, 0, 0])
    await vi.waitFor(() => expect([...first.seen.keys()].sort()).toEqual([mine, last].sort()), waiting)
  })

  test('are told of at most ten times a second, and only while somebody moves', async () => {
    const { slug } = await makeExhibition()
    const [first, other] = [await arrive(house.address), await arrive(house.address)]
    await first.enter(slug, [0, 0, 0])
    const theirs = await other.enter(slug, [0, 0, 0])
    await vi.waitFor(() => expect(first.seen.size).toBe(2), waiting)
    const before = first.heard.length
    const began = performance.now()
    for (let step = 1; step <= 40; step++) {
      other.socket.emit('presence:move', [step, 0, 0])
      await new Promise((resolve) => setTimeout(resolve, 25))
    }
    await vi.waitFor(() => expect(first.seen.get(theirs)?.[1]).toBe(40), waiting)
    const tenths = (performance.now() - began) / 100
    expect(first.heard.length - before).toBeLessThanOrEqual(tenths + 2)
    const after = first.heard.length
    await new Promise((resolve) => setTimeout(resolve, 500))
    expect(first.heard.length).toBe(after)
  })

  test('show their account’s name where they wish, never another', async () => {
    const { slug } = await makeExhibition()
    const { cookie } = await member()
    const [shy, open, anonymous] = [
      await arrive(house.address, cookie),
      await arrive(house.address, cookie),
      await arrive(house.address),
    ]
    const ids = [
      await shy.enter(slug, [0, 0, 0]),
      await open.enter(slug, [0, 0, 0], { showsName: true }),
      await anonymous.enter(slug, [0, 0, 0], { showsName: true }),
    ]
    await vi.waitFor(() => expect(anonymous.seen.size).toBe(3), waiting)
    expect(ids.map((id) => anonymous.seen.get(id)?.[4])).toEqual(['', 'Ada', ''])
  })

  test('may guide only as curators, or where the exhibition is theirs', async () => {
    const [visitor, curator] = [await member(), await member('CURATOR')]
    const { slug } = await makeExhibition()
    const own = await makeExhibition({ ownerId: visitor.id, kind: 'OWN_ROOM' })
    const [plain, guide] = [await arrive(house.address, visitor.cookie), await arrive(house.address, curator.cookie)]
    expect(await plain.enter(slug, [0, 0, 0], { guides: true })).toBe('forbidden')
    expect(await (await arrive(house.address)).enter(slug, [0, 0, 0], { guides: true })).toBe('forbidden')
    await plain.enter(slug, [0, 0, 0])
    const leader = await guide.enter(slug, [0, 0, 0], { guides: true })
    await vi.waitFor(() => expect(plain.seen.get(leader)?.[5]).toBe(true), waiting)
    expect(await plain.enter(own.slug, [0, 0, 0], { guides: true })).not.toBe('forbidden')
  })

  test('react to the works that hang there, which others see, in every process', async () => {
    const { slug, roomId } = await makeExhibition()
    const artworkId = await makeArtwork()
    await db.hanging.create({ data: { roomId, artworkId, wall: 'north', slot: 0 } })
    const [first, other] = [await arrive(house.address), await arrive(second.address)]
    await first.enter(slug, [0, 0, 0])
    await other.enter(slug, [0, 0, 0])
    await vi.waitFor(() => expect([first.seen.size, other.seen.size]).toEqual([2, 2]), waiting)
    first.socket.emit('presence:react', { artworkId: await makeArtwork(), kind: 'flower' })
    first.socket.emit('presence:react', { artworkId, kind: 'wonder' })
    // They come a few times a second, in each process by its own clock.
    for (const visitor of [other, first])
      await vi.waitFor(() => expect(visitor.reactions).toEqual([[artworkId, 'wonder', 1]]), waiting)
  })
})

describe('a hostile socket', () => {
  test('cannot enter what it may not see, nor stand outside, nor smuggle fields in', async () => {
    const { id, cookie } = await member()
    const draft = await makeExhibition({ status: 'DRAFT', ownerId: id })
    const { slug } = await makeExhibition()
    const visitor = await arrive(house.address)
    expect(await visitor.enter(draft.slug, [0, 0, 0])).toBe('not_found')
    expect(await visitor.enter(slug, [90_000, 0, 0])).toBe('invalid_request')
    const wish = { exhibition: slug, at: [0, 0, 0], showsName: true, guides: false }
    for (const raw of [
      null,
      slug,
      { ...wish, name: 'The director' },
      { ...wish, at: [0, 0] },
      { ...wish, at: ['0', 0, 0] },
    ]) {
      expect(await visitor.socket.emitWithAck('presence:enter', raw as never)).toEqual({
        ok: false,
        code: 'invalid_request',
      })
    }
    const owner = await arrive(house.address, cookie)
    expect(await owner.enter(draft.slug, [0, 0, 0])).not.toBe('not_found')
  })

  test('moves nobody but itself, and by nothing that is not a pose', async () => {
    const { slug } = await makeExhibition()
    const [first, hostile] = [await arrive(house.address), await arrive(house.address)]
    const mine = await first.enter(slug, [10, 10, 0])
    const theirs = await hostile.enter(slug, [0, 0, 0])
    const other = hostile.socket as unknown as Socket
    const moves = [
      [1e9, 0, 0],
      [Number.NaN, 0, 0],
      [0.5, 0, 0],
      [0, 0],
      'x',
      null,
      { id: mine, at: [5, 5, 0] },
      [5_000, 5_000, 0],
    ]
    for (const raw of moves) hostile.socket.emit('presence:move', raw as never)
    other.emit('presence:news', { process: 'mine' })
    other.emit('presence:near', { isWhole: true })
    hostile.socket.emit('presence:move', [20, 0, 0])
    await vi.waitFor(() => expect(first.seen.get(theirs)?.[1]).toBe(20), waiting)
    expect(first.seen.get(mine)).toEqual([mine, 10, 10, 0, '', false])
  })

  test('that enters again and again is told to wait, and is seen once', async () => {
    const { slug } = await makeExhibition()
    const [first, hostile] = [await arrive(house.address), await arrive(house.address)]
    await first.enter(slug, [0, 0, 0])
    const answers = await Promise.all(Array.from({ length: 30 }, () => hostile.enter(slug, [0, 0, 0])))
    expect(answers).toContain('too_many_requests')
    const last = await arrive(house.address)
    await last.enter(slug, [0, 0, 0])
    await vi.waitFor(() => expect(first.seen.size).toBeGreaterThan(1), waiting)
    expect(first.seen.size).toBeLessThanOrEqual(3)
  })
})
