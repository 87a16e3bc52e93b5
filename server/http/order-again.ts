import type { IncomingMessage } from 'node:http'
import { routes } from '@/lib/contracts/routes'
import { peekSession } from '@/server/accounts/kept-sessions'
import { addressBlock } from '@/server/admission/address-block'
import { allowanceHeaders, tryToken } from '@/server/admission/take-token'
import { type EarlierOrder, isSameWish, peekEarlier } from '@/server/portraits/earlier-order'
import { addressOf } from './address-of'
import { EncodedPage } from './encoded-page'
import { pickEncoding } from './encoding'
import { isOwnOrigin } from './is-own-origin'
import { isJson } from './read-json'
import { policyHeader } from './security-headers'
import type { FindKept } from './web-server'

const { path, method, status = 200, ...schemas } = routes.orderPortrait
/** Of an order as JSON, which names its photo; one with a file is longer, and is not read here. */
const MOST_BYTES = 2_048
/** Bodies that are known to mean one order: a client sends the same bytes again. */
const MOST_BODIES = 4
/** Nothing of an answer is ever run or shown by itself. */
const policy = `default-src 'none'; frame-ancestors 'none'`

interface Told {
  answer: EncodedPage
  bodies: Set<string>
}
const told = new WeakMap<EarlierOrder, Told>()

/**
 * How to answer an order whose key has been answered with its painting before: from memory, before anything is prepared for a new one; null
 * for all else. A phone on a bad line, or an impatient thumb, sends the same order many times (docs/decisions/0214).
 */
export const orderAgain: FindKept = (request) => {
  if (request.method !== method || request.url !== path) return null
  const { cookie, 'idempotency-key': key, 'content-type': type } = request.headers
  const length = Number(request.headers['content-length'])
  if (!cookie || typeof key !== 'string' || !isJson(type ?? null) || !(length > 0 && length <= MOST_BYTES)) return null
  if (!isOwnOrigin({ get: (name) => headerOf(request, name) })) return null
  const peek = () => {
    const viewer = peekSession(cookie)?.viewer
    return viewer && peekEarlier(viewer.id, key)
  }
  if (!peek()) return null
  return async (response, house, pass) => {
    const allowance = await tryToken('api-address', addressBlock(addressOf(request)))
    // Looked up anew when the body is there, which may take its time: what was deleted meanwhile is told to nobody.
    const answer = allowance && (await takeBody(request, length, (body) => answerOf(peek(), body.toString())))
    if (!answer) return pass()
    const encoding = pickEncoding(request.headers['accept-encoding'])
    const bytes = await answer.in(encoding)
    const headers = [...house, policyHeader, policy, 'Cache-Control', 'no-store', 'Content-Type', 'application/json']
    headers.push(...Object.entries(allowanceHeaders(allowance)).flat(), 'Vary', 'Accept-Encoding')
    if (encoding !== 'identity') headers.push('Content-Encoding', encoding)
    response.writeHead(status, [...headers, 'Content-Length', String(bytes.length)]).end(bytes)
  }
}

function headerOf({ headers }: IncomingMessage, name: string): string | null {
  const value = headers[name]
  return value === undefined ? null : String(value)
}

/**
 * What `use` makes of the whole body. Where that is null the body is put back for the next reader, in the same turn: a moment later
 * its end would have been seen. Null, too, where the sender goes away before the end.
 */
function takeBody<T>(request: IncomingMessage, length: number, use: (body: Buffer) => T | null): Promise<T | null> {
  return new Promise((resolve) => {
    const finish = (used: T | null) => {
      request.off('readable', look)
      request.off('close', leave)
      resolve(used)
    }
    const look = () => {
      const body = request.read(length) as Buffer | null
      if (!body) return
      const used = use(body)
      if (used === null) request.unshift(body)
      else request.resume()
      finish(used)
    }
    const leave = () => finish(null)
    request.on('readable', look)
    request.on('close', leave)
  })
}

/** The answer, where the body asks for this very order; null where the interface must look at it. Throws nothing. */
function answerOf(earlier: EarlierOrder | null | undefined, body: string): EncodedPage | null {
  if (!earlier) return null
  const before = told.get(earlier)
  if (before?.bodies.has(body)) return before.answer
  const view = schemas.response?.safeParse(earlier.view)
  if (!view?.success || !asksFor(earlier, body)) return null
  const known = before ?? {
    answer: new EncodedPage(JSON.stringify(view.data)),
    bodies: new Set(),
  }
  if (known.bodies.size < MOST_BODIES) known.bodies.add(body)
  told.set(earlier, known)
  return known.answer
}

function asksFor(earlier: EarlierOrder, body: string): boolean {
  try {
    const form = schemas.body?.safeParse(JSON.parse(body))
    return form?.success === true && form.data.photoId !== undefined && isSameWish(earlier, form.data)
  } catch {
    return false
  }
}
