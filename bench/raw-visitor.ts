import { randomBytes } from 'node:crypto'
import { connect, type Socket } from 'node:net'

/** socket.io-client's `timeout`: a connection that nobody takes is given up. */
const connectMs = 20_000
/** As lib/client/connection.ts has it, by socket.io-client's own formula. */
const backoff = { firstMs: 2_000, mostMs: 10_000, jitter: 0.75 }

export interface House {
  host: string
  port: number
  /** What everybody follows. */
  artworkIds: string[]
  /** Where everybody is also seen, somewhere within these metres; nowhere if absent. */
  hall?: { slug: string; minX: number; maxX: number; minZ: number; maxZ: number }
}

/** Centimetres a step of somebody who walks. */
const STRIDE = 30

interface Hearing {
  /** The house follows what was asked for; again after each reconnect. */
  onFollowing(): void
  onEvent(name: string): void
  /** No more. */
  onLost(): void
}

/** Each further pause is twice as long. */
const GROWTH = 2
const text = (payload: string): Buffer => {
  const body = Buffer.from(payload)
  const length = body.length < 126 ? [0x80 | body.length] : [0x80 | 126, body.length >> 8, body.length & 255]
  // A mask of zeros is a mask (RFC 6455, section 5.3) and costs nothing to apply.
  return Buffer.concat([Buffer.from([0x81, ...length, 0, 0, 0, 0]), body])
}
const pong = text('3')
const joining = text('40')

/**
 * A visitor's Socket.IO connection with as little around it as will do, so that one process can be ten thousand of them: WebSocket
 * frames (RFC 6455) of Engine.IO 4 packets over a bare TCP connection. It answers pings, follows, and comes back when it is cut off.
 */
export class RawVisitor {
  #socket: Socket | null = null
  #rest: Buffer = Buffer.of()
  #isUpgraded = false
  #isFollowing = false
  #attempts = 0
  #pose = [0, 0, 0] as [number, number, number]
  /** Milliseconds between two reports that the house asks for. */
  paceMs = 100
  readonly #follow: Buffer

  constructor(
    private readonly house: House,
    /** Loopback address to come from: one has ports for 28,000 connections only. */
    private readonly localAddress: string,
    private readonly hearing: Hearing,
  ) {
    this.#follow = text(`420${JSON.stringify(['artworks:follow', { artworkIds: house.artworkIds }])}`)
  }

  open(): void {
    const { host, port } = this.house
    const socket = connect({ host, port, localAddress: this.localAddress })
    this.#socket = socket
    this.#rest = Buffer.of()
    this.#isUpgraded = false
    const key = randomBytes(16).toString('base64')
    socket.write(
      `GET /socket.io/?EIO=4&transport=websocket HTTP/1.1\r\nHost: ${host}:${port}\r\nUpgrade: websocket\r\n` +
        `X-Forwarded-For: ${this.localAddress}\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: ${key}\r\n\r\n`,
    )
    socket.setTimeout(connectMs, () => socket.destroy())
    socket.on('data', (chunk) => this.#take(chunk))
    socket.on('error', () => {})
    socket.on('close', () => this.#lost(socket))
  }

  /** A step to somewhere near, where the house sees this visitor. */
  step(): void {
    const { hall } = this.house
    if (!hall || !this.#isFollowing) return
    const [x, z] = this.#pose
    const turn = Math.random() * 2 * Math.PI
    const within = (at: number, least: number, most: number) =>
      Math.round(Math.min(most * 100, Math.max(least * 100, at)))
    this.#pose = [
      within(x + STRIDE * Math.cos(turn), hall.minX, hall.maxX),
      within(z + STRIDE * Math.sin(turn), hall.minZ, hall.maxZ),
      Math.round((turn - Math.PI) * 100),
    ]
    this.#socket?.write(text(`42${JSON.stringify(['presence:move', this.#pose])}`))
  }

  /** As if the network had gone. */
  cut(): void {
    this.#socket?.destroy()
  }

  /** For good. */
  leave(): void {
    const socket = this.#socket
    this.#socket = null
    socket?.destroy()
  }

  #lost(socket: Socket): void {
    if (this.#socket !== socket) return
    if (this.#isFollowing) this.hearing.onLost()
    this.#isFollowing = false
    const ms = backoff.firstMs * GROWTH ** this.#attempts++ * (1 + (Math.random() * 2 - 1) * backoff.jitter)
    setTimeout(() => this.#socket === socket && this.open(), Math.min(ms, backoff.mostMs))
  }

  #take(chunk: Buffer): void {
    this.#rest = this.#rest.length === 0 ? chunk : Buffer.concat([this.#rest, chunk])
    if (!this.#isUpgraded) {
      const end = this.#rest.indexOf('\r\n\r\n')
      if (end < 0) return
      if (!this.#rest.subarray(0, 12).equals(Buffer.from('HTTP/1.1 101'))) return void this.#socket?.destroy()
      this.#isUpgraded = true
      this.#socket?.setTimeout(0)
      this.#rest = this.#rest.subarray(end + 4)
    }
    for (let frame = this.#nextFrame(); frame !== null; frame = this.#nextFrame()) this.#hear(frame)
  }

  /** Servers do not mask, and nothing they send here is split or longer than 64 KiB. */
  #nextFrame(): string | null {
    const bytes = this.#rest
    if (bytes.length < 2) return null
    const short = (bytes[1] ?? 0) & 127
    const start = short === 126 ? 4 : 2
    if (bytes.length < start) return null
    const length = short === 126 ? bytes.readUInt16BE(2) : short
    if (bytes.length < start + length) return null
    this.#rest = bytes.subarray(start + length)
    return bytes.toString('utf8', start, start + length)
  }

  #hear(packet: string): void {
    if (packet === '2') this.#socket?.write(pong)
    else if (packet.startsWith('0')) this.#socket?.write(joining)
    else if (packet.startsWith('40')) this.#socket?.write(this.#follow)
    else if (packet.startsWith('430[{"ok":true') && this.house.hall) this.#enter(this.house.hall)
    else if (packet.startsWith('430[{"ok":true') || packet.startsWith('431[{"ok":true')) {
      this.#attempts = 0
      this.#isFollowing = true
      this.hearing.onFollowing()
    } else if (packet.startsWith('430') || packet.startsWith('431')) this.#socket?.destroy()
    else if (packet.startsWith('42["')) {
      const name = packet.slice(4, packet.indexOf('"', 4))
      if (name === 'presence:near') this.paceMs = Number(/"paceMs":(\d+)/.exec(packet)?.[1] ?? this.paceMs)
      this.hearing.onEvent(name)
    }
  }

  #enter({ slug, minX, maxX, minZ, maxZ }: NonNullable<House['hall']>): void {
    const within = (least: number, most: number) => Math.round(100 * (least + Math.random() * (most - least)))
    this.#pose = [within(minX, maxX), within(minZ, maxZ), 0]
    const wish = { exhibition: slug, at: this.#pose, showsName: false, guides: false }
    this.#socket?.write(text(`421${JSON.stringify(['presence:enter', wish])}`))
  }
}
