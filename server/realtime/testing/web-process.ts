import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createInterface } from 'node:readline'
import { z } from 'zod'
import { setLike } from '@/server/engagement/set-like'
import { attachGateway } from '../gateway'

const stormSchema = z.object({ artworkId: z.string(), people: z.array(z.string()), forMs: z.number() })

/**
 * Another web process, as far as sockets are concerned: it prints its port, and for each storm on a line of its input lets those people
 * like and unlike a work for so long; it prints a line when all of them like it.
 */
const http = createServer()
await attachGateway(http)
await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve))
console.log((http.address() as AddressInfo).port)
for await (const line of createInterface({ input: process.stdin })) {
  const { artworkId, people, forMs } = stormSchema.parse(JSON.parse(line))
  const all = (liked: boolean) => Promise.all(people.map((personId) => setLike({ personId, artworkId, liked })))
  for (const until = Date.now() + forMs; Date.now() < until; ) {
    await all(true)
    await all(false)
  }
  await all(true)
  console.log('all like it')
}
process.exit(0)
