import { once } from 'node:events'
import { connect, type Socket } from 'node:net'

export interface Call {
  method: 'GET' | 'PUT' | 'DELETE' | 'POST'
  url: string
  headers?: Record<string, string>
  body?: Uint8Array
}

export interface Answer {
  status: number
  /** Names in lower case. */
  headers: Record<string, string>
  /** Values of `Set-Cookie`. */
  cookies: string[]
  body: Buffer
}

/** What a browser would send from now on, as the value of `Cookie`. */
export function cookieOf({ cookies }: Pick<Answer, 'cookies'>): string {
  return cookies.map((cookie) => cookie.split(';')[0]).join('; ')
}

const HEAD_END = '\r\n\r\n'

/** The request as it goes over the wire. */
export function encodeCall({ method, url, headers = {}, body }: Call): Buffer {
  const { host, pathname, search } = new URL(url)
  const all = { Host: host, ...(body && { 'Content-Length': String(body.length) }), ...headers }
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`)
  return Buffer.concat([
    Buffer.from(`${method} ${pathname}${search} HTTP/1.1\r\n${lines.join('')}\r\n`),
    body ?? Buffer.of(),
  ])
}

/** Where the chunked body that begins at `at` ends; -1 while it is not all there. */
function endOfChunks(bytes: Buffer, at: number): number {
  for (;;) {
    const lineEnd = bytes.indexOf('\r\n', at)
    if (lineEnd < 0) return -1
    const size = Number.parseInt(bytes.toString('latin1', at, lineEnd), 16)
    at = lineEnd + 2 + size + 2
    if (at > bytes.length) return -1
    if (size === 0) return at
  }
}

function joinChunks(bytes: Buffer): Buffer {
  const parts: Buffer[] = []
  for (let at = 0; ; ) {
    const lineEnd = bytes.indexOf('\r\n', at)
    const size = Number.parseInt(bytes.toString('latin1', at, lineEnd), 16)
    if (size === 0) return Buffer.concat(parts)
    parts.push(bytes.subarray(lineEnd + 2, lineEnd + 2 + size))
    at = lineEnd + 2 + size + 2
  }
}

/**
 * One kept-alive HTTP/1.1 connection that does as little as possible (RFC 9112): the client of a measurement must never be what is
 * measured, and node:http's own costs as much as a bare server.
 */
export class HttpConnection {
  readonly #socket: Socket
  #received: Buffer = Buffer.of()
  #waiting: { resolve: (answer: Answer) => void; reject: (error: Error) => void } | null = null
  #head: { end: number; text: string; length: number } | null = null

  private constructor(socket: Socket) {
    this.#socket = socket
    socket.setNoDelay(true)
    socket.on('data', (chunk) => this.#take(chunk))
    socket.on('error', (error) => this.#fail(error))
    socket.on('close', () => this.#fail(new Error('the connection was closed')))
  }

  static async open(url: string): Promise<HttpConnection> {
    const { hostname, port } = new URL(url)
    const socket = connect(Number(port), hostname)
    await once(socket, 'connect')
    return new HttpConnection(socket)
  }

  get isOpen(): boolean {
    return !this.#socket.destroyed && this.#socket.writable
  }

  /** One after the other: the caller waits for the answer before it sends again. */
  send(call: Buffer): Promise<Answer> {
    return new Promise((resolve, reject) => {
      this.#waiting = { resolve, reject }
      this.#socket.write(call)
    })
  }

  close(): void {
    this.#socket.destroy()
  }

  #take(chunk: Buffer): void {
    this.#received = this.#received.length === 0 ? chunk : Buffer.concat([this.#received, chunk])
    this.#head ??= this.#readHead()
    if (!this.#head) return
    const { end, text, length } = this.#head
    const isChunked = length < 0
    const bodyEnd = isChunked ? endOfChunks(this.#received, end) : end + length
    if (bodyEnd < 0 || this.#received.length < bodyEnd) return
    const raw = this.#received.subarray(end, bodyEnd)
    this.#received = this.#received.subarray(bodyEnd)
    this.#head = null
    this.#waiting?.resolve(answerOf(text, isChunked ? joinChunks(raw) : raw))
    this.#waiting = null
  }

  #readHead() {
    const at = this.#received.indexOf(HEAD_END)
    if (at < 0) return null
    const text = this.#received.toString('latin1', 0, at)
    const length = /\r\ncontent-length: (\d+)/i.exec(text)?.[1]
    const isChunked = /\r\ntransfer-encoding: chunked/i.test(text)
    return { end: at + HEAD_END.length, text, length: isChunked ? -1 : Number(length ?? 0) }
  }

  #fail(error: Error): void {
    this.#waiting?.reject(error)
    this.#waiting = null
  }
}

function answerOf(head: string, body: Buffer): Answer {
  const [first = '', ...lines] = head.split('\r\n')
  const pairs = lines.map((line) => [line.slice(0, line.indexOf(':')).toLowerCase(), line.slice(line.indexOf(':') + 2)])
  const cookies = pairs.filter(([name]) => name === 'set-cookie').map(([, value]) => value ?? '')
  return { status: Number(first.split(' ')[1]), headers: Object.fromEntries(pairs), cookies, body }
}
