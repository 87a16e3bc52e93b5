import type { IncomingMessage, ServerResponse } from 'node:http'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { ReadableStream } from 'node:stream/web'
import { encodeBytes, pickEncoding } from './encoding'
import { textOf } from './json-answer'
import { NodeRequest } from './node-request'
import type { RouteHandler } from './route'

/** What serves an address of the interface, and what stands in the holes of its path. */
export interface FoundRoute {
  handlers: Partial<Record<string, RouteHandler>>
  params: Record<string, string>
}

/** Shorter answers are as long when they are packed. */
const LEAST_PACKED_BYTES = 1024

function writeHead(response: ServerResponse, { status, headers }: Response) {
  response.statusCode = status
  for (const [name, value] of headers) if (name !== 'set-cookie') response.setHeader(name, value)
  // Beside those that the server has set already.
  for (const cookie of headers.getSetCookie()) response.appendHeader('Set-Cookie', cookie)
}

async function sendJson(request: IncomingMessage, response: ServerResponse, text: string) {
  const bytes = Buffer.from(text)
  const isLong = bytes.length >= LEAST_PACKED_BYTES
  const encoding = isLong ? pickEncoding(String(request.headers['accept-encoding'] ?? '')) : 'identity'
  if (isLong) response.appendHeader('Vary', 'Accept-Encoding')
  if (encoding !== 'identity') response.setHeader('Content-Encoding', encoding)
  const sent = await encodeBytes(bytes, encoding)
  response.setHeader('Content-Length', sent.length).end(sent)
}

/** Lets a route answer a request of Node's: what Next does for it otherwise. HEAD is GET without its body. */
export async function answerByRoute(
  handler: RouteHandler,
  params: FoundRoute['params'],
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const answer = await handler(new NodeRequest(request), { params: Promise.resolve(params) })
  writeHead(response, answer)
  if (!answer.body) response.end()
  else if (answer.headers.get('content-type') === 'application/json')
    await sendJson(request, response, await textOf(answer))
  else await pipeline(Readable.fromWeb(answer.body as ReadableStream), response)
}
