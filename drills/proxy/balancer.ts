import net from 'node:net'
import { statusOf } from '../house/program'

const LOOK_MS = 200

/**
 * What stands before several web processes in production, at its smallest: each new connection goes to the next process that
 * calls itself ready; one that refuses the connection is passed over.
 */
export class Balancer {
  private readonly server = net.createServer({ pauseOnConnect: true }, (client) => this.join(client))
  private readonly sockets = new Set<net.Socket>()
  private ready: number[]
  private turn = 0
  private timer?: NodeJS.Timeout

  constructor(private readonly ports: number[]) {
    this.ready = ports
  }

  /** @returns its address */
  async listen(): Promise<string> {
    await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve))
    const look = async () => {
      const states = await Promise.all(
        this.ports.map((port) =>
          statusOf(`http://127.0.0.1:${port}/api/health/ready`).then((status) => status === 200),
        ),
      )
      this.ready = this.ports.filter((_, index) => states[index])
      this.timer = setTimeout(look, LOOK_MS)
    }
    this.timer = setTimeout(look, LOOK_MS)
    return `http://127.0.0.1:${(this.server.address() as net.AddressInfo).port}`
  }

  async close(): Promise<void> {
    clearTimeout(this.timer)
    for (const socket of this.sockets) socket.destroy()
    await new Promise((resolve) => this.server.close(resolve))
  }

  private join(client: net.Socket) {
    this.sockets.add(client)
    client.on('error', () => {})
    client.on('close', () => this.sockets.delete(client))
    this.turn += 1
    const start = this.turn % Math.max(1, this.ready.length)
    const others = this.ports.filter((port) => !this.ready.includes(port))
    this.tryNext(client, [...this.ready.slice(start), ...this.ready.slice(0, start), ...others])
  }

  private tryNext(client: net.Socket, [port, ...rest]: number[]) {
    if (port === undefined) return client.resetAndDestroy()
    const target = net.connect(port, '127.0.0.1')
    let isJoined = false
    target.on('connect', () => {
      isJoined = true
      client.pipe(target).pipe(client)
    })
    target.on('error', () => {
      if (isJoined) client.resetAndDestroy()
      else this.tryNext(client, rest)
    })
    client.on('close', () => target.destroy())
  }
}
