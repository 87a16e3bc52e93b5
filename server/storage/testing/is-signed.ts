import { createHash, createHmac } from 'node:crypto'
import type { IncomingMessage } from 'node:http'

const hmac = (key: string | Buffer, text: string) => createHmac('sha256', key).update(text).digest()

interface Signature {
  credential: string
  signedHeaders: string[]
  signature: string
  date: string
  payload: string
}

function readHeader({ headers }: IncomingMessage): Signature {
  const parts = [...(headers.authorization ?? '').matchAll(/(\w+)=([^, ]+)/g)]
  const {
    Credential = '',
    SignedHeaders = '',
    Signature = '',
  } = Object.fromEntries(parts.map(([, name, value]) => [name, value]))
  const [date, payload] = [String(headers['x-amz-date']), String(headers['x-amz-content-sha256'])]
  return { credential: Credential, signedHeaders: SignedHeaders.split(';'), signature: Signature, date, payload }
}

function readQuery(query: URLSearchParams): Signature {
  const read = (name: string) => query.get(`X-Amz-${name}`) ?? ''
  return {
    credential: read('Credential'),
    signedHeaders: read('SignedHeaders').split(';'),
    signature: read('Signature'),
    date: read('Date'),
    payload: 'UNSIGNED-PAYLOAD',
  }
}

const encode = (text: string) =>
  encodeURIComponent(text).replace(/[!'()*]/g, (each) => `%${each.charCodeAt(0).toString(16).toUpperCase()}`)

/**
 * Whether a request to S3 is signed with `secret`, in its headers or in its address.
 *
 * @see https://docs.aws.amazon.com/AmazonS3/latest/API/sig-v4-header-based-auth.html and sigv4-query-string-auth.html
 */
export function isSigned(request: IncomingMessage, secret: string): boolean {
  const url = new URL(request.url ?? '/', 'http://s3')
  const isInAddress = url.searchParams.has('X-Amz-Signature')
  const { credential, signedHeaders, signature, date, payload } = isInAddress
    ? readQuery(url.searchParams)
    : readHeader(request)
  const query = [...url.searchParams]
    .filter(([name]) => name !== 'X-Amz-Signature')
    .map(([name, value]) => `${encode(name)}=${encode(value)}`)
    .sort()
    .join('&')
  const headers = signedHeaders.map((name) => `${name}:${String(request.headers[name] ?? '').trim()}\n`).join('')
  const canonical = [request.method, url.pathname, query, headers, signedHeaders.join(';'), payload].join('\n')
  const [, day = '', region = '', service = '', end = ''] = credential.split('/')
  const scope = [day, region, service, end].join('/')
  const toSign = ['AWS4-HMAC-SHA256', date, scope, createHash('sha256').update(canonical).digest('hex')].join('\n')
  const key = [region, service, end].reduce<Buffer>(
    (previous, text) => hmac(previous, text),
    hmac(`AWS4${secret}`, day),
  )
  return hmac(key, toSign).toString('hex') === signature
}
