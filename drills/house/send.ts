import { Agent, type IncomingHttpHeaders, request } from 'node:http'

export interface Call {
  method: 'GET' | 'PUT' | 'POST' | 'DELETE'
  url: string
  headers?: Record<string, string>
  body?: Uint8Array
}

export interface Answer {
  /** 0 when the connection broke or no answer came in time. */
  status: number
  headers: IncomingHttpHeaders
  body: Buffer
  ms: number
  /** Why there was no answer. */
  error?: string
}

/** No answer within this time counts as none. */
const LIMIT_MS = 30_000
const keepAlive = new Agent({ keepAlive: true, maxSockets: 256 })
const fresh = new Agent({ keepAlive: false, maxSockets: 256 })

/** One request; never throws. Without `isKept` it opens a connection of its own. */
export function send(call: Call, isKept = true): Promise<Answer> {
  const began = performance.now()
  return new Promise((resolve) => {
    const done = (answer: Omit<Answer, 'ms'>) => {
      clearTimeout(limit)
      resolve({ ...answer, ms: performance.now() - began })
    }
    const headers = { ...call.headers, 'content-length': String(call.body?.length ?? 0) }
    const agent = isKept ? keepAlive : fresh
    const outgoing = request(call.url, { method: call.method, headers, agent }, (incoming) => {
      const chunks: Buffer[] = []
      incoming.on('data', (chunk: Buffer) => chunks.push(chunk))
      incoming.on('end', () =>
        done({ status: incoming.statusCode ?? 0, headers: incoming.headers, body: Buffer.concat(chunks) }),
      )
      incoming.on('error', (error) => done({ status: 0, headers: {}, body: Buffer.alloc(0), error: error.message }))
    })
    const limit = setTimeout(() => outgoing.destroy(new Error('no answer in time')), LIMIT_MS)
    outgoing.on('error', (error) => done({ status: 0, headers: {}, body: Buffer.alloc(0), error: error.message }))
    outgoing.end(call.body)
  })
}

/** The body as JSON; an empty object where it is none. */
export function jsonOf(answer: Answer): Record<string, unknown> {
  try {
    return JSON.parse(answer.body.toString('utf8'))
  } catch {
    return {}
  }
}
