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

/**
 * Answers with a page that others get, too: 304 to who has it already. The answer's policy, which came with a nonce of its own, lets the
 * page's own scripts run instead.
 *
 * @param cacheStatus how the page was come by (RFC 9211)
 */
export function sendPage(
  request: IncomingMessage,
  response: ServerResponse,
  { status, page, contentType, link, scriptSources }: SharedPage,
  cacheStatus: string,
): void | Promise<void> {
  const encoding = pickEncoding(request.headers['accept-encoding'])
  const etag = page.etag(encoding)
  const policy = String(response.getHeader(policyHeader)).replace(/'nonce-[^']+'/, () => scriptSources)
  response.setHeader(policyHeader, policy)
  response.setHeader('Cache-Control', status === 200 ? cacheControl : 'no-store')
  response.setHeader('Vary', vary)
  response.setHeader('Cache-Status', cacheStatus)
  if (status === 200) response.setHeader('ETag', etag)
  if (status === 200 && hasAlready(request.headers['if-none-match'], etag)) {
    response.writeHead(304).end()
    return
  }
  response.setHeader('Content-Type', contentType)
  if (encoding !== 'identity') response.setHeader('Content-Encoding', encoding)
  if (link) response.setHeader('Link', link)
  response.statusCode = status
  const body = page.in(encoding)
  return Buffer.isBuffer(body) ? end(request, response, body) : body.then((bytes) => end(request, response, bytes))
}

function end(request: IncomingMessage, response: ServerResponse, bytes: Buffer): void {
  response.setHeader('Content-Length', bytes.length)
  response.end(request.method === 'HEAD' ? undefined : bytes)
}
