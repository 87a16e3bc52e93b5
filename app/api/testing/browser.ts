import { randomInt, randomUUID } from 'node:crypto'

interface Sending {
  /** Sent as JSON. */
  json?: unknown
  /** Sent as it is. */
  body?: BodyInit
  headers?: Record<string, string>
}

export interface Answer {
  status: number
  headers: Headers
  bytes: Buffer
  // biome-ignore lint/suspicious/noExplicitAny: what a test reads of it, the test asserts
  json: any
  /** The refusal's code. */
  code: string | undefined
}

const anyAddress = () => Array.from({ length: 4 }, () => randomInt(1, 255)).join('.')

/** A browser that speaks HTTP: keeps cookies, names its origin, and comes from an address of its own (behind one proxy). */
export class Browser {
  readonly cookies = new Map<string, string>()
  readonly #from = anyAddress()

  constructor(readonly server: string) {}

  get cookie(): string {
    return [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
  }

  async ask(method: string, url: string, { json, body, headers: given = {} }: Sending = {}): Promise<Answer> {
    const headers = new Headers({ 'x-forwarded-for': this.#from, ...given })
    if (method !== 'GET' && !headers.has('origin')) headers.set('origin', this.server)
    // Empty means: not sent at all.
    if (headers.get('origin') === '') headers.delete('origin')
    if (this.cookies.size > 0) headers.set('cookie', this.cookie)
    if (json !== undefined) headers.set('content-type', 'application/json')
    const sent = json === undefined ? body : JSON.stringify(json)
    const response = await fetch(`${this.server}${url}`, { method, headers, body: sent, redirect: 'manual' })
    for (const line of response.headers.getSetCookie()) this.#keep(line)
    const bytes = Buffer.from(await response.arrayBuffer())
    const isJson = response.headers.get('content-type')?.startsWith('application/json')
    const parsed = isJson ? JSON.parse(bytes.toString()) : null
    return { status: response.status, headers: response.headers, bytes, json: parsed, code: parsed?.error?.code }
  }

  /** Places an order; `photo` is sent under `name`. */
  order(photo: Uint8Array, { name = 'me.jpg', style = 'test-style' } = {}): Promise<Answer> {
    const boundary = randomUUID()
    const part = (disposition: string) => `--${boundary}\r\nContent-Disposition: form-data; ${disposition}\r\n\r\n`
    // Written by hand, so that a name reaches the house as it is.
    const body = Buffer.concat([
      Buffer.from(`${part('name="style"')}${style}\r\n${part('name="size"')}512\r\n`),
      Buffer.from(part(`name="photo"; filename="${name}"`)),
      photo,
      Buffer.from(`\r\n--${boundary}--\r\n`),
    ])
    const headers = { 'content-type': `multipart/form-data; boundary=${boundary}`, 'idempotency-key': randomUUID() }
    return this.ask('POST', '/api/portraits', { body, headers })
  }

  #keep(line: string): void {
    const [pair = '', ...attributes] = line.split(';')
    const [name = '', value = ''] = pair.split(/=(.*)/s)
    if (attributes.some((attribute) => /^\s*max-age=0$/i.test(attribute))) this.cookies.delete(name)
    else this.cookies.set(name, value)
  }
}
