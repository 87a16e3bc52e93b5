import { Agent } from 'node:http'
import type { Call } from './http-connection'
import { requestsPerSecond, send } from './load'
import type { BenchTable } from './painter'
import { withServer } from './with-server'

/** People who press like in turn; one person alone would soon meet the rate limit. */
const people = 100

async function newCookies(base: string, artworkId: string): Promise<string[]> {
  const agent = new Agent({ keepAlive: true })
  const cookies: string[] = []
  for (let index = 0; index < people; index++) {
    const answer = await send({ method: 'PUT', url: `${base}/api/artworks/${artworkId}/like` }, agent)
    cookies.push((answer.headers['set-cookie'] ?? []).map((cookie) => cookie.split(';')[0]).join('; '))
  }
  agent.destroy()
  return cookies
}

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

/** The exhibition page and a like on one hot work, each against a bare Node server that sends as many bytes. `base`: a running product. */
export async function benchWeb(base: string): Promise<BenchTable> {
  const { exhibitions } = await (await fetch(`${base}/api/exhibitions`)).json()
  const slug = exhibitions[0].slug
  const { rooms } = await (await fetch(`${base}/api/exhibitions/${slug}`)).json()
  const artworkId: string = rooms[0].hangings[0].artwork.id
  const agent = new Agent()
  const page = `${base}/exhibitions/${slug}`
  const { bytes } = await send({ method: 'GET', url: page }, agent)
  // As browsers ask for it.
  const packed: Call = { method: 'GET', url: page, headers: { 'accept-encoding': 'gzip, deflate, br' } }
  const packedBytes = (await send(packed, agent)).bytes
  const cookies = await newCookies(base, artworkId)
  const like = (index: number): Call => ({
    // Everybody presses again and again: on, off, on.
    method: Math.floor(index / people) % 2 ? 'PUT' : 'DELETE',
    url: `${base}/api/artworks/${artworkId}/like`,
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
