import { type Call, encodeCall, HttpConnection } from './http-connection'
import { requestsPerSecond } from './load'
import { newGuests } from './new-guests'
import type { BenchTable } from './painter'
import { withServer } from './with-server'

/** People who press like in turn; one person alone would soon meet the rate limit. */
const people = 100

async function against(name: string, call: (index: number) => Call, bytes: number, type: string) {
  // A first short round warms both; turns are taken so that both meet the same machine.
  const product = async (seconds: number) => requestsPerSecond(call, 16, seconds)
  return withServer(['bench/bare-server.ts', String(bytes), type], {}, async (url) => {
    const bare = async (seconds: number) => requestsPerSecond(() => ({ method: 'GET', url }), 16, seconds)
    await product(1)
    await bare(1)
    const value = await product(4)
    const baseline = await bare(4)
    return { name, value, unit: 'requests/s', baseline, ratio: value / baseline }
  })
}

/** An exhibition's page and a like on one hot work, each against a bare Node server that sends as many bytes. `base`: a running product. */
export async function benchWeb(base: string, page: string, artworkId: string): Promise<BenchTable> {
  const connection = await HttpConnection.open(base)
  const sizeOf = async (call: Call) => (await connection.send(encodeCall(call))).body.length
  const bytes = await sizeOf({ method: 'GET', url: page })
  // As browsers ask for it.
  const packed: Call = { method: 'GET', url: page, headers: { 'accept-encoding': 'gzip, deflate, br' } }
  const packedBytes = await sizeOf(packed)
  const likeUrl = `${base}/api/artworks/${artworkId}/like`
  const cookies = await newGuests(connection, likeUrl, people)
  connection.close()
  const like = (index: number): Call => ({
    // Everybody presses again and again: on, off, on.
    method: Math.floor(index / people) % 2 ? 'PUT' : 'DELETE',
    url: likeUrl,
    headers: { cookie: cookies[index % people] ?? '' },
  })
  return {
    title: 'Web, 16 connections, against a bare Node server sending as many bytes',
    rows: [
      await against('GET exhibition page', () => ({ method: 'GET', url: page }), bytes, 'text/html'),
      await against('GET exhibition page, compressed', () => packed, packedBytes, 'text/html'),
      await against('PUT/DELETE like, one work', like, 40, 'application/json'),
    ],
  }
}
