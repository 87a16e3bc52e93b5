import type { Socket } from 'socket.io-client'
import type { z } from 'zod'
import { presenceNewsSchema, reactionsSchema } from '@/lib/contracts/presence'
import {
  artworkCountSchema,
  type ClientEvents,
  handGoneSchema,
  handSchema,
  houseLeavingSchema,
  type Pointing,
  portraitProgressSchema,
  roomChangedSchema,
  type ServerEvents,
} from '@/lib/contracts/realtime'
import { readTolerantly } from '@/lib/contracts/tolerant'
import { Follows } from './follows'

export type HouseSocket = Socket<ServerEvents, ClientEvents>
export type ConnectionState = 'idle' | 'connecting' | 'connected' | 'down'

/** Called whenever events for this subject flow (again): read its snapshot now, and then apply newer events only. */
type Resync = () => void

const answerTimeoutMs = 5_000
const mostIdsAtOnce = 200
const idleMs = 30_000
const returnMs = 2_000
/** Thousands may lose the same process at once: each waits for a time of its own before it knocks again. */
const reconnection = { reconnectionDelay: 2_000, reconnectionDelayMax: 10_000, randomizationFactor: 0.75 }

/**
 * One Socket.IO connection for the whole page. It is loaded and opened when something is first followed, follows everything
 * again after each reconnect, and closes when nothing has been followed for a while.
 */
export class Connection {
  state: ConnectionState = 'idle'
  private readonly address: string | undefined
  private socket: HouseSocket | null = null
  private readonly orders = new Follows<Resync>()
  private readonly artworks = new Follows<Resync>()
  private readonly rooms = new Follows<Resync>()
  private readonly holders = new Set<(socket: HouseSocket) => void>()
  private readonly renewedFor = new Set<string>()
  private readonly stateListeners = new Set<() => void>()
  private readonly handlers = new Map<keyof ServerEvents, Set<(event: never) => void>>()
  private artworkTimer: ReturnType<typeof setTimeout> | null = null
  private idleTimer: ReturnType<typeof setTimeout> | null = null
  private opening = false

  /** `address`: where the house is; the page's own origin if absent. */
  constructor(address?: string) {
    this.address = address
  }

  /** Listens to one kind of event for as long as the answer has not been called. */
  on<Name extends keyof ServerEvents>(name: Name, handler: ServerEvents[Name]): () => void {
    const handlers = this.handlers.get(name) ?? new Set()
    handlers.add(handler as (event: never) => void)
    this.handlers.set(name, handlers)
    return () => handlers.delete(handler as (event: never) => void)
  }

  /** Follows one portrait order. */
  followPortrait(orderId: string, resync: Resync): () => void {
    this.orders.add(orderId, resync)
    void this.open()
    if (this.orders.isFollowed(orderId)) queueMicrotask(resync)
    else void this.sendPortrait(orderId)
    return () => {
      this.orders.remove(orderId, resync)
      for (const id of this.orders.difference().toLeave) this.live?.emit('portrait:leave', { orderId: id })
      this.closeWhenIdle()
    }
  }

  /** Follows the like count of one work. Works that are followed at about the same time share one message. */
  followArtwork(artworkId: string, resync: Resync): () => void {
    this.artworks.add(artworkId, resync)
    void this.open()
    this.sendArtworksSoon()
    return () => {
      this.artworks.remove(artworkId, resync)
      this.sendArtworksSoon()
      this.closeWhenIdle()
    }
  }

  /** Follows a room of the desk: what changes there, and where other curators point. */
  followRoom(roomId: string, resync: Resync): () => void {
    this.rooms.add(roomId, resync)
    void this.open()
    void this.sendRoom(roomId)
    return () => {
      this.rooms.remove(roomId, resync)
      for (const id of this.rooms.difference().toLeave) this.live?.emit('desk:leave', { roomId: id })
      this.closeWhenIdle()
    }
  }

  /** Says where this curator points; lost without harm. */
  point(pointing: Pointing): void {
    if (this.rooms.isFollowed(pointing.roomId)) this.live?.volatile.emit('desk:point', pointing)
  }

  /** Keeps the connection open until the answer is called; `onConnect` is called with the present one and with each that takes its place. */
  hold(onConnect: (socket: HouseSocket) => void): () => void {
    this.holders.add(onConnect)
    void this.open()
    if (this.live) onConnect(this.live)
    return () => {
      this.holders.delete(onConnect)
      this.closeWhenIdle()
    }
  }

  onState(listener: () => void): () => void {
    this.stateListeners.add(listener)
    return () => this.stateListeners.delete(listener)
  }

  /** Connects anew, with the cookies of now: a socket keeps the identity it was opened with. */
  renew(): void {
    this.socket?.disconnect().connect()
  }

  close(): void {
    this.socket?.disconnect()
    this.socket = null
    this.setState('idle')
  }

  private get followers(): number {
    return this.orders.size + this.artworks.size + this.rooms.size + this.holders.size
  }

  private get live(): HouseSocket | null {
    return this.socket?.connected ? this.socket : null
  }

  private setState(state: ConnectionState): void {
    if (this.state === state) return
    this.state = state
    for (const listener of this.stateListeners) listener()
  }

  private async open(): Promise<void> {
    if (this.idleTimer) clearTimeout(this.idleTimer)
    this.idleTimer = null
    if (this.socket || this.opening) return
    this.opening = true
    this.setState('connecting')
    try {
      const { io } = await import('socket.io-client')
      const options = {
        path: '/socket.io/',
        transports: ['websocket', 'polling'],
        tryAllTransports: true,
        ...reconnection,
      }
      this.socket = this.address ? io(this.address, options) : io(options)
      this.listen(this.socket)
    } catch {
      // The code itself could not be loaded (offline): whoever follows polls meanwhile, and the next follow tries again.
      this.setState('down')
    } finally {
      this.opening = false
    }
  }

  private listen(socket: HouseSocket): void {
    socket.on('connect', () => {
      this.setState('connected')
      this.artworks.forgetFollowed()
      this.orders.forgetFollowed()
      this.rooms.forgetFollowed()
      for (const roomId of this.rooms.ids()) void this.sendRoom(roomId)
      for (const orderId of this.orders.ids()) void this.sendPortrait(orderId)
      this.sendArtworksSoon()
      for (const onConnect of this.holders) onConnect(socket)
    })
    socket.on('disconnect', (reason) => {
      this.setState('down')
      // Sent away by the server (the session ended): socket.io leaves it at that, so we come back as whoever we are now.
      if (reason === 'io server disconnect') {
        setTimeout(() => this.socket === socket && socket.connect(), returnMs * (0.5 + Math.random()))
      }
    })
    socket.on('connect_error', () => this.setState('down'))
    // What cannot be read is a newer release's: whoever follows reads the snapshot instead.
    socket.on('portrait:progress', (raw) => {
      const event = read(portraitProgressSchema, raw)
      if (event) this.hand('portrait:progress', event)
      else this.orders.resync(String(raw?.orderId))
    })
    socket.on('artwork:count', (raw) => {
      const event = read(artworkCountSchema, raw)
      if (event) this.hand('artwork:count', event)
      else this.artworks.resync(String(raw?.artworkId))
    })
    socket.on('notice:arrived', () => this.hand('notice:arrived', {}))
    socket.on('desk:changed', (raw) => {
      const event = read(roomChangedSchema, raw)
      if (event) this.rooms.resync(event.roomId)
    })
    socket.on('desk:hand', (raw) => {
      const event = read(handSchema, raw)
      if (event) this.hand('desk:hand', event)
    })
    socket.on('desk:hand-gone', (raw) => {
      const event = read(handGoneSchema, raw)
      if (event) this.hand('desk:hand-gone', event)
    })
    socket.on('presence:near', (raw) => {
      const event = read(presenceNewsSchema, raw)
      if (event) this.hand('presence:near', event)
    })
    socket.on('presence:reactions', (raw) => {
      const event = read(reactionsSchema, raw)
      if (event) this.hand('presence:reactions', event)
    })
    socket.on('house:leaving', (raw) => {
      const inMs = read(houseLeavingSchema, raw)?.inMs ?? 0
      setTimeout(() => this.socket === socket && socket.connected && this.renew(), Math.random() * inMs)
    })
  }

  private hand<Name extends keyof ServerEvents>(name: Name, event: Parameters<ServerEvents[Name]>[0]): void {
    for (const handler of this.handlers.get(name) ?? []) handler(event as never)
  }

  private async sendPortrait(orderId: string): Promise<void> {
    const socket = this.live
    if (!socket) return
    const answer = await socket
      .timeout(answerTimeoutMs)
      .emitWithAck('portrait:follow', { orderId })
      .catch(() => null)
    if (answer?.ok) {
      this.orders.confirm(orderId)
      return
    }
    // Perhaps the socket is older than the session: once for each order, come back with the cookies of now.
    if (answer && this.orders.has(orderId) && !this.renewedFor.has(orderId)) {
      this.renewedFor.add(orderId)
      this.renew()
    }
  }

  private async sendRoom(roomId: string): Promise<void> {
    const socket = this.live
    if (!socket || this.rooms.isFollowed(roomId)) return
    const answer = await socket
      .timeout(answerTimeoutMs)
      .emitWithAck('desk:follow', { roomId })
      .catch(() => null)
    if (answer?.ok) this.rooms.confirm(roomId)
  }

  private sendArtworksSoon(): void {
    this.artworkTimer ??= setTimeout(() => {
      this.artworkTimer = null
      void this.sendArtworks()
    }, 50)
  }

  private async sendArtworks(): Promise<void> {
    const socket = this.live
    if (!socket) return
    const { toFollow, toLeave } = this.artworks.difference()
    for (const artworkIds of inPortions(toLeave)) socket.emit('artworks:leave', { artworkIds })
    for (const artworkIds of inPortions(toFollow)) {
      const answer = await socket
        .timeout(answerTimeoutMs)
        .emitWithAck('artworks:follow', { artworkIds })
        .catch(() => null)
      // `not_found` means that some of them are gone or private; the others are followed.
      if (answer?.ok || answer?.code === 'not_found') for (const id of artworkIds) this.artworks.confirm(id)
      else setTimeout(() => this.sendArtworksSoon(), returnMs * (0.5 + Math.random()))
    }
  }

  private closeWhenIdle(): void {
    if (this.followers > 0) return
    this.idleTimer ??= setTimeout(() => {
      this.idleTimer = null
      if (this.followers === 0) this.close()
    }, idleMs)
  }
}

const read = <Schema extends z.ZodType>(schema: Schema, raw: unknown) => readTolerantly(schema, raw).data

function inPortions(ids: string[]): string[][] {
  return Array.from({ length: Math.ceil(ids.length / mostIdsAtOnce) }, (_, index) =>
    ids.slice(index * mostIdsAtOnce, (index + 1) * mostIdsAtOnce),
  )
}
