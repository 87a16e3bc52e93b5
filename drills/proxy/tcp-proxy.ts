import net from 'node:net'

/** Ten seconds of silence before the first probe, as BullMQ sets it, and its answer. */
const PROBE_MS = 11_000

/** What the line between two processes does to what passes. */
export interface LineFault {
  /** Delay of each chunk in each direction, milliseconds. */
  latencyMs: number
  /** Chance, 0 to 1, that a connection is reset when a chunk passes. */
  resetChance: number
  /**
   * Nothing passes any more and nobody is told, as when one end has crashed or a firewall has forgotten the connection. Afterwards
   * those that were used meanwhile are reset at their next byte, or when a TCP keepalive probe would have found them.
   */
  isHalfOpen: boolean
}

const soundLine: LineFault = { latencyMs: 0, resetChance: 0, isHalfOpen: false }

/** A TCP proxy on loopback that can be slow, cut connections, or swallow everything. */
export class TcpProxy {
  private readonly server = net.createServer((client) => this.join(client))
  private readonly pairs = new Set<[net.Socket, net.Socket]>()
  private readonly forgotten = new Set<[net.Socket, net.Socket]>()
  private probe?: NodeJS.Timeout
  private fault: LineFault = soundLine
  /** Connections that were reset on purpose. */
  resets = 0

  constructor(private targetPort: number) {}

  /** @returns the port that it listens on */
  async listen(): Promise<number> {
    await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve))
    const address = this.server.address()
    if (typeof address !== 'object' || !address) throw new Error('the proxy has no port')
    return address.port
  }

  set(fault: Partial<LineFault>): void {
    this.fault = { ...soundLine, ...fault }
    clearTimeout(this.probe)
    if (this.fault.isHalfOpen) return
    this.probe = setTimeout(() => {
      for (const pair of this.forgotten) this.reset(pair)
    }, PROBE_MS)
    this.probe.unref()
  }

  /** Leads elsewhere from now on; who is connected is cut. */
  turnTo(port: number): void {
    this.targetPort = port
    this.set({})
    this.cut()
  }

  /** Resets every connection there is. */
  cut(): void {
    for (const pair of this.pairs) this.reset(pair)
  }

  async close(): Promise<void> {
    clearTimeout(this.probe)
    this.cut()
    await new Promise((resolve) => this.server.close(resolve))
  }

  private join(client: net.Socket) {
    const target = net.connect(this.targetPort, '127.0.0.1')
    const pair: [net.Socket, net.Socket] = [client, target]
    this.pairs.add(pair)
    for (const socket of pair) {
      socket.setNoDelay(true)
      socket.on('error', () => {})
      socket.on('close', () => {
        this.pairs.delete(pair)
        this.forgotten.delete(pair)
        for (const end of pair) end.destroy()
      })
    }
    this.carry(pair, client, target)
    this.carry(pair, target, client)
  }

  private carry(pair: [net.Socket, net.Socket], from: net.Socket, to: net.Socket) {
    from.on('data', (chunk) => {
      if (this.fault.isHalfOpen) this.forgotten.add(pair)
      // Bytes that were swallowed must not be followed by later ones.
      if (this.forgotten.has(pair)) return this.fault.isHalfOpen ? undefined : this.reset(pair)
      if (Math.random() < this.fault.resetChance) return this.reset(pair)
      if (this.fault.latencyMs === 0) to.write(chunk)
      else setTimeout(() => to.writable && to.write(chunk), this.fault.latencyMs)
    })
    from.on('end', () => {
      if (!this.forgotten.has(pair)) setTimeout(() => to.end(), this.fault.latencyMs)
    })
  }

  private reset(pair: [net.Socket, net.Socket]) {
    this.resets += 1
    for (const socket of pair) socket.resetAndDestroy()
  }
}
