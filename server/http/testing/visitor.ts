import { randomUUID } from 'node:crypto'
import { addressHeader } from '@/server/accounts/client-address'
import type { RouteHandler } from '../route'

interface Sending {
  params?: Record<string, string>
  /** Sent as JSON. */
  json?: unknown
  /** Sent as it is. */
  body?: BodyInit
  headers?: Record<string, string>
}

/** A browser as far as the HTTP interface can tell: keeps cookies, names its origin. Calls route handlers as Next would. */
export class Visitor {
  readonly cookies = new Map<string, string>()
  /** Every visitor comes from an address of their own, so that tests do not use up each other's requests. */
  readonly address = randomUUID()

  async call(handler: RouteHandler, method: string, url: string, sending: Sending = {}) {
    const headers = new Headers({ host: 'gallery.test', [addressHeader]: this.address, ...sending.headers })
    if (!headers.has('origin') && method !== 'GET') headers.set('origin', 'http://gallery.test')
    if (this.cookies.size > 0)
      headers.set('cookie', [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; '))
    if (sending.json !== undefined && !headers.has('content-type')) headers.set('content-type', 'application/json')
    const body = sending.json === undefined ? sending.body : JSON.stringify(sending.json)
    const request = new Request(`http://gallery.test${url}`, { method, headers, body, duplex: 'half' } as RequestInit)
    const response = await handler(request, { params: Promise.resolve(sending.params ?? {}) })
    this.keepCookies(response.headers)
    const isJson = response.headers.get('content-type')?.startsWith('application/json')
    return { status: response.status, headers: response.headers, json: isJson ? await response.json() : null }
  }

  private keepCookies(headers: Headers) {
    for (const line of headers.getSetCookie()) {
      const [pair = '', ...attributes] = line.split(';')
      const [name = '', value = ''] = pair.split(/=(.*)/s)
      const isRemoved = attributes.some((attribute) => /^\s*max-age=0$/i.test(attribute))
      if (isRemoved) this.cookies.delete(name)
      else this.cookies.set(name, value)
    }
  }
}
