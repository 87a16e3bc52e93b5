import { Agent, type IncomingHttpHeaders, request } from 'node:http'

export interface Answer {
  status: number
  headers: IncomingHttpHeaders
  bytes: number
}

export interface Call {
  method: 'GET' | 'PUT' | 'DELETE'
  url: string
  headers?: Record<string, string>
}

/** One request over a kept connection; the body is read and dropped. */
export function send(call: Call, agent: Agent): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const outgoing = request(call.url, { method: call.method, headers: call.headers, agent }, (incoming) => {
      let bytes = 0
      incoming.on('data', (chunk: Buffer) => {
        bytes += chunk.length
      })
      incoming.on('end', () => resolve({ status: incoming.statusCode ?? 0, headers: incoming.headers, bytes }))
      incoming.on('error', reject)
    })
    outgoing.on('error', reject)
    outgoing.end()
  })
}

/** Requests a second that are answered with 200, over `connections` at once for `seconds`. `next` gives each request. */
export async function requestsPerSecond(next: (index: number) => Call, connections = 16, seconds = 4): Promise<number> {
  const agent = new Agent({ keepAlive: true, maxSockets: connections })
  let sent = 0
  let done = 0
  const until = performance.now() + seconds * 1000
  const began = performance.now()
  const client = async () => {
    while (performance.now() < until) {
      const answer = await send(next(sent++), agent)
      if (answer.status !== 200) throw new Error(`status ${answer.status}`)
      done++
    }
  }
  await Promise.all(Array.from({ length: connections }, client))
  agent.destroy()
  return done / ((performance.now() - began) / 1000)
}
