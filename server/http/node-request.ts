import type { IncomingMessage } from 'node:http'
import { Readable } from 'node:stream'

function headersOf(incoming: IncomingMessage): Headers {
  const headers = new Headers()
  for (const [name, value] of Object.entries(incoming.headers))
    if (value !== undefined) headers.set(name, String(value))
  return headers
}

/**
 * A request of Node's as routes take it. Its body is a web stream only where somebody asks for `body`; `readBytes` takes it from the
 * connection, which costs a third of that. `json()` and its like do not see it: routes read through server/http/read-*.
 */
export class NodeRequest extends Request {
  #stream: Request['body'] = null

  constructor(readonly incoming: IncomingMessage) {
    const url = `http://${incoming.headers.host || 'localhost'}${incoming.url}`
    super(url, { method: incoming.method ?? 'GET', headers: headersOf(incoming) })
  }

  override get body(): Request['body'] {
    if (this.method === 'GET' || this.method === 'HEAD') return null
    // The same class; Node's types and the browser's differ in words.
    this.#stream ??= Readable.toWeb(this.incoming) as unknown as Request['body']
    return this.#stream
  }

  /** The bytes of the body, as they come. Whoever stops early leaves the rest to the server, which can still answer. */
  parts(): AsyncIterable<Uint8Array> {
    return this.incoming.iterator({ destroyOnReturn: false })
  }
}
