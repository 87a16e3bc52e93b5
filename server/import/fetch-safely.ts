import { type LookupAddress, lookup as resolve } from 'node:dns'
import http from 'node:http'
import https from 'node:https'
import { isIP } from 'node:net'
import { env } from '@/server/platform/env'
import { fail, HouseError } from '@/server/platform/errors'
import { isPublicAddress } from './is-public-address'

export interface FetchWishes {
  /** Media types that are asked for. */
  accept: string
  mostBytes: number
}

const MOST_REDIRECTS = 4
/** For everything, redirects included. */
const LIMIT_MS = 25_000

/**
 * Fetches what somebody else's address names, by GET. Only http and https, only addresses of the open net and hosts that IMPORT_HOSTS names; the name
 * is resolved once, checked, and that very address is connected to, so that it cannot become another one in between. Each redirect is
 * looked at in the same way.
 *
 * @throws {HouseError} address_refused before any packet is sent; fetch_failed
 */
export async function fetchSafely(address: string, wishes: FetchWishes): Promise<Buffer> {
  const signal = AbortSignal.timeout(LIMIT_MS)
  let url = readUrl(address)
  for (let redirects = 0; redirects <= MOST_REDIRECTS; redirects++) {
    const answer = await get(url, wishes, signal)
    if (Buffer.isBuffer(answer)) return answer
    url = readUrl(new URL(answer.location, url).href)
  }
  return fail('fetch_failed', { cause: 'too many redirects' })
}

function readUrl(address: string): URL {
  if (!URL.canParse(address)) fail('address_refused')
  const url = new URL(address)
  const isPlain = (url.protocol === 'http:' || url.protocol === 'https:') && !url.username && !url.password
  if (!isPlain) fail('address_refused')
  const literal = url.hostname.replace(/^\[|\]$/g, '')
  if (isIP(literal) && !isOurs(url) && !isPublicAddress(literal)) fail('address_refused')
  return url
}

/** Hosts of one's own network that the operator lets it reach. */
const isOurs = (url: URL) => env.IMPORT_HOSTS.includes(url.host)

function get(
  url: URL,
  { accept, mostBytes }: FetchWishes,
  signal: AbortSignal,
): Promise<Buffer | { location: string }> {
  const headers = { accept, 'accept-encoding': 'identity', 'user-agent': 'Vernissage' }
  const { request } = url.protocol === 'https:' ? https : http
  return new Promise((done, refuse) => {
    const asked = request(url, { headers, signal, agent: false, lookup: isOurs(url) ? undefined : lookupPublic })
    asked.once('error', (cause) => refuse(refusal(cause)))
    asked.once('response', (response) => {
      const { statusCode = 0 } = response
      const { location } = response.headers
      if (statusCode >= 300 && statusCode < 400 && location) {
        response.destroy()
        return done({ location })
      }
      if (statusCode !== 200) {
        response.destroy()
        return refuse(refusal(`status ${statusCode}`))
      }
      const chunks: Buffer[] = []
      let length = 0
      response.on('data', (chunk: Buffer) => {
        length += chunk.length
        chunks.push(chunk)
        if (length > mostBytes) response.destroy(new Error('too many bytes'))
      })
      response.once('error', (cause) => refuse(refusal(cause)))
      response.once('end', () => (response.complete ? done(Buffer.concat(chunks)) : refuse(refusal('cut off'))))
    })
    asked.end()
  })
}

class NotPublic extends Error {}

function refusal(cause: unknown): HouseError {
  return new HouseError(cause instanceof NotPublic ? 'address_refused' : 'fetch_failed', { cause })
}

/** As `dns.lookup`, but a name with any address that is not public has none. */
const lookupPublic: NonNullable<http.RequestOptions['lookup']> = (hostname, options, tell) => {
  resolve(hostname, { ...options, all: true }, (error, addresses: LookupAddress[]) => {
    if (error) return tell(error, '')
    const [first] = addresses
    if (!first || !addresses.every(({ address }) => isPublicAddress(address))) return tell(new NotPublic(hostname), '')
    if (options.all) return tell(null, addresses)
    return tell(null, first.address, first.family)
  })
}
