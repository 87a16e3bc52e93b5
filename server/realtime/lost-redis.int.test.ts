import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { Redis } from 'ioredis'
import { io as connect, type Socket } from 'socket.io-client'
import { afterEach, expect, it, vi } from 'vitest'
import { type RedisServer, startRedis } from '@/launcher/testing/redis-server'
import type { ClientEvents, ServerEvents } from '@/lib/contracts/realtime'

type Browser = Socket<ServerEvents, ClientEvents>
const endings: (() => unknown)[] = []
afterEach(async () => {
  for (const end of endings.splice(0).reverse()) await end()
})

const MiB = 1024 * 1024
setFlagsFromString('--expose-gc')
const collectGarbage: () => void = runInNewContext('gc')
function heldBytes(): number {
  collectGarbage()
  const { heapUsed, external } = process.memoryUsage()
  return heapUsed + external
}

/** A web process whose news travel over that Redis, and another process that tells news. */
async function openHouse(redis: RedisServer) {
  vi.resetModules()
  vi.stubEnv('REDIS_URL', redis.url)
  vi.stubEnv('LOG_LEVEL', 'silent')
  delete (globalThis as { vernissage?: unknown }).vernissage
  const { attachGateway } = await import('./gateway')
  const { realtime } = await import('./realtime')
  const { createIo } = await import('./create-io')
  const http = createServer()
  await attachGateway(http)
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve))
  const [here, other] = [await realtime(), await createIo()]
  endings.push(async () => {
    await other.close()
    await here.close()
    http.close()
  })
  return { here: here.io, other: other.io, port: (http.address() as AddressInfo).port }
}

async function browse(port: number, cookie: string): Promise<Browser> {
  const options = { extraHeaders: { cookie }, transports: ['websocket'], reconnection: false }
  const browser: Browser = connect(`http://127.0.0.1:${port}`, options)
  endings.push(() => browser.disconnect())
  await new Promise<void>((resolve, reject) => browser.once('connect', resolve).once('connect_error', reject))
  return browser
}

/** Redis goes away, and comes back at the same address. */
type Outage = (redis: RedisServer) => Promise<() => Promise<unknown>>
const outages: Record<string, Outage> = {
  'is frozen': async ({ pid }) => {
    process.kill(pid, 'SIGSTOP')
    endings.push(() => process.kill(pid, 'SIGCONT'))
    return async () => process.kill(pid, 'SIGCONT')
  },
  'was killed': async ({ stop, url }) => {
    await stop('SIGKILL')
    return async () => {
      const again = await startRedis(Number(new URL(url).port))
      endings.push(() => again?.stop())
    }
  },
}

it.for(Object.entries(outages))(
  'tells its own sockets, cuts them off and holds on to little while Redis %s',
  { timeout: 120_000 },
  async ([, takeAway], { skip }) => {
    const redis = await startRedis()
    if (!redis) return skip('no redis-server on this machine')
    endings.push(() => redis.isRunning() && redis.stop('SIGKILL'))
    const { here, other, port } = await openHouse(redis)
    const { createGuest } = await import('@/server/accounts/create-guest')
    const { announceNotice } = await import('./announce')
    const { dropSockets } = await import('./drop-sockets')
    const [stays, leaves] = await Promise.all([1, 2].map(() => createGuest(new Headers())))
    if (!stays || !leaves) throw new Error('no guests')
    const cookieOf = ({ setCookies }: typeof stays) => setCookies.map((line) => line.split(';')[0]).join('; ')
    const [staying, leaving] = [await browse(port, cookieOf(stays)), await browse(port, cookieOf(leaves))]
    const heard = vi.fn()
    staying.on('notice:arrived', heard)
    const untilOtherIsHeard = () => {
      const far = vi.fn()
      staying.off('house:leaving').on('house:leaving', far)
      const tell = () => {
        other.to(`person:${stays.viewer.id}`).emit('house:leaving', { inMs: 0 })
        return far
      }
      return expect.poll(tell, { timeout: 30_000 }).toHaveBeenCalled()
    }
    // Whatever follows is no matter of a way that was never there.
    await untilOtherIsHeard()

    const comeBack = await takeAway(redis)
    await announceNotice(stays.viewer.id)
    await vi.waitFor(() => expect(heard).toHaveBeenCalledOnce(), { timeout: 5_000 })
    await dropSockets(leaves.viewer.id)
    await vi.waitFor(() => expect(leaving.connected).toBe(false), { timeout: 5_000 })

    const before = heldBytes()
    const long = 'x'.repeat(4_000)
    for (let at = 0; at < 60_000; at++) {
      // Nobody is there to hear it here.
      here.to(`person:nobody-${at}`).emit('desk:changed', { roomId: `${long}${at}` })
      if (at % 1_000 === 0) await new Promise((resolve) => setImmediate(resolve))
    }
    // 240 MB were told.
    expect(heldBytes() - before).toBeLessThan(120 * MiB)

    await comeBack()
    await untilOtherIsHeard()
    const client = new Redis(redis.url)
    endings.push(() => client.disconnect())
    // Old news do not follow, but for those that were on their way.
    const stream = (await client.xinfo('STREAM', 'socket.io')) as unknown[]
    expect(stream[stream.indexOf('entries-added') + 1]).toBeLessThan(10_500)
  },
)
