import type { IncomingMessage, ServerResponse } from 'node:http'
import type { EncodedPage } from './encoded-page'
import { pickEncoding } from './encoding'
import { policyHeader } from './security-headers'

export interface SharedPage {
  status: number
  page: EncodedPage
  contentType: string
  /** What the browser should fetch early; null when there is nothing. */
  link: string | null
  scriptSources: string
}

/** The visitor's copy is asked about each time, and nobody between us keeps one: it differs by what Vary names, and by who comes. */
const cacheControl = 'private, no-cache'
const vary = 'Accept-Encoding, Accept-Language, Cookie, RSC, Next-Router-State-Tree, Next-Router-Prefetch, Next-Url'

/** Whether the visitor has these very bytes (RFC 9110, section 13.1.2). */
function hasAlready(ifNoneMatch: string | undefined, etag: string): boolean {
  return ifNoneMatch?.split(',').some((given) => given.trim().replace(/^W\//, '') === etag) ?? false
}

interface Surrounded {
  /** How the page was come by (RFC 9211). */
  cacheStatus: string
  /** The answer's policy, which lets the page's own scripts run and no others. */
  policy: string
  /** Headers that every answer has, name and value in turn, where the response has none of its own yet. */
  house?: readonly string[]
}

/** Answers with a page that others get, too: 304 to who has it already. */
export function sendPage(
  request: IncomingMessage,
  response: ServerResponse,
  { status, page, contentType, link }: SharedPage,
  { cacheStatus, policy, house = [] }: Surrounded,
): void | Promise<void> {
  const encoding = pickEncoding(request.headers['accept-encoding'])
  const etag = page.etag(encoding)
  const isWhole = status === 200
  // All headers at once, as a list: set one by one they were a twelfth of the answer's time.
  const headers = [...house, policyHeader, policy, 'Vary', vary, 'Cache-Status', cacheStatus]
  headers.push('Cache-Control', isWhole ? cacheControl : 'no-store')
  if (isWhole) headers.push('ETag', etag)
  if (isWhole && hasAlready(request.headers['if-none-match'], etag)) {
    response.writeHead(304, headers).end()
    return
  }
  headers.push('Content-Type', contentType)
  if (encoding !== 'identity') headers.push('Content-Encoding', encoding)
  if (link) headers.push('Link', link)
  const end = (bytes: Buffer) => {
    headers.push('Content-Length', String(bytes.length))
    response.writeHead(status, headers).end(request.method === 'HEAD' ? undefined : bytes)
  }
  const body = page.in(encoding)
  return Buffer.isBuffer(body) ? end(body) : body.then(end)
}
