import { createServer, type Server as HttpServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Server } from 'socket.io'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { ClientEvents, ServerEvents } from '@/lib/contracts/realtime'
import { Connection } from './connection'

const ids = Array.from({ length: 450 }, (_, n) => `019a0000-0000-7000-8000-${String(n).padStart(12, '0')}`)
const [order = '', other = ''] = ids

let http: HttpServer
let io: Server<ClientEvents, ServerEvents>
let connection: Connection
/** What the server was asked, in order. */
let heard: string[]
let refuse: (orderId: string) => boolean

beforeEach(async () => {
  heard = []
  refuse = () => false
  http = createServer()
  io = new Server(http, { path: '/socket.io/' })
  io.on('connection', (socket) => {
    socket.on('portrait:follow', ({ orderId }, acknowledge) => {
      heard.push(`follow ${orderId}`)
      if (refuse(orderId)) return acknowledge({ ok: false, code: 'not_found' })
      void socket.join(orderId)
      acknowledge({ ok: true })
    })
    socket.on('portrait:leave', ({ orderId }) => heard.push(`leave ${orderId}`))
    socket.on('artworks:follow', ({ artworkIds }, acknowledge) => {
      heard.push(`follow ${artworkIds.length} works`)
      void socket.join(artworkIds)
      acknowledge({ ok: true })
    })
    socket.on('artworks:leave', ({ artworkIds }) => heard.push(`leave ${artworkIds.length} works`))
  })
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve))
  connection = new Connection(`http://127.0.0.1:${(http.address() as AddressInfo).port}`)
})
afterEach(async () => {
  connection.close()
  await io.close()
})

const progress = (orderId: string, sequence: number) => ({
  orderId,
  attempt: 1,
  sequence,
  status: 'PAINTING' as const,
  stage: null,
  progress: 0,
  loss: null,
  steps: 0,
  isStoppable: false,
  previewUrl: null,
  failure: null,
})

test('events of a followed order arrive, after the call to read its snapshot', async () => {
  const seen: string[] = []
  connection.on('portrait:progress', ({ sequence }) => seen.push(`event ${sequence}`))
  connection.followPortrait(order, () => seen.push('snapshot'))
  await vi.waitFor(() => expect(seen).toEqual(['snapshot']), 20_000)
  io.to(order).emit('portrait:progress', progress(order, 1))
  io.to(other).emit('portrait:progress', progress(other, 1))
  io.to(order).emit('portrait:progress', progress(order, 2))
  await vi.waitFor(() => expect(seen).toEqual(['snapshot', 'event 1', 'event 2']), 20_000)
})

test('several followers of one order share it; the last one to leave ends it', async () => {
  const first = vi.fn()
  const second = vi.fn()
  const leaveFirst = connection.followPortrait(order, first)
  await vi.waitFor(() => expect(first).toHaveBeenCalledTimes(1), 20_000)
  const leaveSecond = connection.followPortrait(order, second)
  await vi.waitFor(() => expect(second).toHaveBeenCalledTimes(1), 20_000)
  leaveFirst()
  expect(heard).toEqual([`follow ${order}`])
  leaveSecond()
  await vi.waitFor(() => expect(heard).toEqual([`follow ${order}`, `leave ${order}`]), 20_000)
})

test('works that are followed together share messages of at most 200', async () => {
  const resync = vi.fn()
  const leaves = ids.map((id) => connection.followArtwork(id, resync))
  await vi.waitFor(() => expect(resync).toHaveBeenCalledTimes(450), 20_000)
  expect(heard).toEqual(['follow 200 works', 'follow 200 works', 'follow 50 works'])
  for (const leave of leaves.slice(0, 3)) leave()
  await vi.waitFor(() => expect(heard.at(-1)).toBe('leave 3 works'), 20_000)
})

test('after a lost connection everything is followed again and read again', async () => {
  const readOrder = vi.fn()
  const readWork = vi.fn()
  connection.followPortrait(order, readOrder)
  connection.followArtwork(other, readWork)
  await vi.waitFor(() => expect(readWork).toHaveBeenCalledTimes(1), 20_000)
  const states: string[] = []
  connection.onState(() => states.push(connection.state))
  for (const socket of await io.fetchSockets()) socket.disconnect(true)
  await vi.waitFor(() => expect(readOrder).toHaveBeenCalledTimes(2), { timeout: 20_000 })
  await vi.waitFor(() => expect(readWork).toHaveBeenCalledTimes(2), 20_000)
  expect(states.at(-1)).toBe('connected')
})

test('a refused order is asked for once more on a connection with the cookies of now', async () => {
  let isStranger = true
  refuse = () => isStranger
  io.engine.on('connection', () => {
    isStranger = heard.length === 0
  })
  const resync = vi.fn()
  connection.followPortrait(order, resync)
  await vi.waitFor(() => expect(resync).toHaveBeenCalledTimes(1), 20_000)
  expect(heard).toEqual([`follow ${order}`, `follow ${order}`])
})

test('sent elsewhere by a process that leaves, it comes back on a new connection and reads again', async () => {
  const resync = vi.fn()
  connection.followPortrait(order, resync)
  await vi.waitFor(() => expect(resync).toHaveBeenCalledTimes(1), 20_000)
  const [before] = await io.fetchSockets()
  io.emit('house:leaving', { inMs: 300 })
  await vi.waitFor(() => expect(resync).toHaveBeenCalledTimes(2), { timeout: 20_000 })
  const after = await io.fetchSockets()
  expect(after.map(({ id }) => id)).not.toContain(before?.id)
  expect(heard).toEqual([`follow ${order}`, `follow ${order}`])
})

test('of a newer release it takes what it knows, and reads the snapshot for what it does not', async () => {
  const resync = vi.fn()
  const seen: unknown[] = []
  connection.on('portrait:progress', (event) => seen.push(event))
  connection.followPortrait(order, resync)
  await vi.waitFor(() => expect(resync).toHaveBeenCalledTimes(1), 20_000)
  io.to(order).emit('portrait:progress', { ...progress(order, 1), mood: 'calm' } as never)
  io.to(order).emit('portrait:progress', { ...progress(order, 2), status: 'VARNISHED' } as never)
  io.to(order).emit('artwork:count', null as never)
  await vi.waitFor(() => expect(resync).toHaveBeenCalledTimes(2), 20_000)
  expect(seen).toEqual([progress(order, 1)])
  expect(connection.state).toBe('connected')
})
