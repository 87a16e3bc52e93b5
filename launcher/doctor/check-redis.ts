import { Redis } from 'ioredis'
import { clockOffset, judgeClock } from './check-database'
import { bad, type Finding, ok, skipped, warning } from './finding'

const read = (info: string, name: string) => new RegExp(`^${name}:(.*)$`, 'm').exec(info)?.[1]?.trim() ?? ''

/** What a Redis says of itself, judged; `onAway` is what follows where it does not answer. */
async function ask(url: string, onAway: string, judge: (info: string) => Finding[]): Promise<Finding[]> {
  const redis = new Redis(url, {
    lazyConnect: true,
    connectTimeout: 5_000,
    maxRetriesPerRequest: 0,
    retryStrategy: () => null,
  })
  redis.on('error', () => {}) // told by the command
  try {
    await redis.connect()
    const info = await redis.info()
    const offset = await clockOffset(
      async () => Number((await redis.time())[0]) * 1_000 + Number((await redis.time())[1]) / 1_000,
    )
    return [...judge(info), judgeClock("Redis'", offset)]
  } catch (error) {
    return [bad(`Redis does not answer: ${(error as Error).message}.`, onAway)]
  } finally {
    redis.disconnect()
  }
}

const present = (info: string, role: string) =>
  ok(`${role} ${read(info, 'redis_version')}, ${read(info, 'used_memory_human')} in use.`)

/** Whether Redis keeps what the queue gives it. */
export async function checkRedis(url: string | undefined): Promise<Finding[]> {
  if (!url) return [skipped('REDIS_URL is not set: queue, realtime and limits are on PostgreSQL.')]
  const onAway = 'Orders wait and limits are looser until it does; start it, or mend REDIS_URL.'
  return ask(url, onAway, (info) => {
    const policy = read(info, 'maxmemory_policy')
    const findings: Finding[] = [present(info, 'Redis')]
    if (policy !== 'noeviction')
      findings.push(
        bad(
          `maxmemory-policy is ${policy}: Redis may throw away orders that wait.`,
          'Set maxmemory-policy noeviction.',
        ),
      )
    if (read(info, 'aof_enabled') !== '1')
      findings.push(
        warning(
          'Redis writes no append-only file: after a crash of it orders come back from PostgreSQL, 20 s later.',
          'Set appendonly yes.',
        ),
      )
    return findings
  })
}

/** Whether the second Redis, for realtime and limits, forgets before it is full. */
export async function checkRedisCache(url: string | undefined): Promise<Finding[]> {
  if (!url) return [skipped('REDIS_CACHE_URL is not set: realtime and limits are where the queue is.')]
  const onAway = 'Limits are looser, and news reach the visitors of one web process, until it does.'
  return ask(url, onAway, (info) => {
    const isFull = read(info, 'maxmemory_policy') === 'noeviction' && read(info, 'maxmemory') !== '0'
    const advice = 'Set maxmemory-policy allkeys-lru.'
    return [
      present(info, 'The second Redis'),
      ...(isFull ? [warning('The second Redis forgets nothing, and may fill up.', advice)] : []),
    ]
  })
}
