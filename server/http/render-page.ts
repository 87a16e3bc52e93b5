import { once } from 'node:events'
import { createServer, type IncomingHttpHeaders, type IncomingMessage, request as send } from 'node:http'
import { duplexPair } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { addressHeader } from '@/server/accounts/client-address'
import { newNonce } from './new-nonce'
import { withReply } from './reply'
import { contentSecurityPolicy, policyHeader } from './security-headers'
import type { RequestListener } from './web-server'

interface RenderedPage {
  status: number
  headers: IncomingHttpHeaders
  html: string
  /** Of this rendering alone. */
  nonce: string
}

/**
 * What `render` answers to a stranger who sends nothing but these headers. It is a request of its own, over a connection inside the
 * process, so that nothing of a visitor's can get into the page, and no visitor who leaves can end it.
 */
export async function renderPage(
  render: RequestListener,
  path: string,
  asked: { host: string; 'accept-language': string },
): Promise<RenderedPage> {
  const nonce = newNonce()
  const policy = contentSecurityPolicy(nonce, { isDev: false, isSecure: false, host: asked.host })
  const server = createServer((request, response) => {
    request.headers[policyHeader] = policy
    request.headers[addressHeader] = 'house'
    void withReply(response, () => render(request, response)).catch((error) => response.destroy(error))
  })
  const [near, far] = duplexPair()
  server.emit('connection', far)
  try {
    const outgoing = send({ path, headers: { ...asked, connection: 'close' }, createConnection: () => near })
    outgoing.end()
    const [incoming] = (await once(outgoing, 'response')) as [IncomingMessage]
    const html = (await buffer(incoming)).toString('utf8')
    return { status: incoming.statusCode ?? 500, headers: incoming.headers, html, nonce }
  } finally {
    near.destroy()
    far.destroy()
  }
}
