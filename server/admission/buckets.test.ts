import { RateLimiterMemory } from 'rate-limiter-flexible'
import { expect, test, vi } from 'vitest'

/** Settings are read when modules are loaded. */
async function openWide(requestsPerSecond: number) {
  vi.resetModules()
  vi.stubEnv('API_REQUESTS_PER_SECOND', String(requestsPerSecond))
  vi.stubEnv('AUTH_SECRET', 'a secret that is long enough for the house')
  vi.stubEnv('DATABASE_URL', 'postgres://127.0.0.1/none')
  const [{ buckets }, { inSlabs }] = await Promise.all([import('./buckets'), import('./consume-in-slabs')])
  const { points, duration, slab } = buckets['api-address']
  return inSlabs(new RateLimiterMemory({ points, duration }), slab)
}

test.each([1, 3, 200])(
  'a house that allows %i requests a second allows ten times as many in ten',
  async (perSecond) => {
    const consume = await openWide(perSecond)
    const asked = await Promise.allSettled(Array.from({ length: 12 * perSecond }, () => consume('k')))
    expect(asked.filter(({ status }) => status === 'fulfilled')).toHaveLength(10 * perSecond)
  },
)
